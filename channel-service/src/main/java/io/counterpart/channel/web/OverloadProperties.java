package io.counterpart.channel.web;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the service asks for patience.
 *
 * @param mostRequests that are worked on at once; fewer than threads, so that there is always one to say no
 */
@Validated
@ConfigurationProperties("counterpart.overload")
record OverloadProperties(@DefaultValue("150") @Min(1) int mostRequests) {}
