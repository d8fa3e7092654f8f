package io.counterpart.channel.web;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the service asks for patience.
 *
 * @param mostRequests that are let in at once; fewer than threads, so that there is always one to say no
 * @param mostAtWork changes that are worked on at once, the others of those who were let in wait; 0 for four for each
 *     processor
 * @param patience how long a change waits to be worked on
 */
@Validated
@ConfigurationProperties("counterpart.overload")
record OverloadProperties(
        @DefaultValue("150") @Min(1) int mostRequests,
        @DefaultValue("0") @Min(0) int mostAtWork,
        @DefaultValue("1s") Duration patience) {

    int placesAtWork() {
        return mostAtWork > 0 ? mostAtWork : 4 * Runtime.getRuntime().availableProcessors();
    }
}
