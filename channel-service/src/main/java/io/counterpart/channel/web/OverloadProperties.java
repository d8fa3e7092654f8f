package io.counterpart.channel.web;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of the overload protection.
 *
 * @param mostRequests maximum number of requests in progress; fewer than threads, so that one is always free to reject
 */
@Validated
@ConfigurationProperties("counterpart.overload")
record OverloadProperties(@DefaultValue("150") @Min(1) int mostRequests) {}
