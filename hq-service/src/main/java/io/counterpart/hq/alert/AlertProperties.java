package io.counterpart.hq.alert;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of alerts that belong to the installation.
 *
 * @param enabled whether this instance evaluates the rules and sends messages
 * @param interval pause between two evaluations
 * @param sendInterval how often messages that are due are looked for
 * @param baseUrl the address of HQ's pages, for the links in messages
 * @param from the sender of emails
 * @param allowPrivateAddresses whether webhooks may be in a private network
 * @param timeout how long a webhook may take to answer
 */
@ConfigurationProperties("hq.alerts")
record AlertProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30s") Duration interval,
        @DefaultValue("5s") Duration sendInterval,
        @Nullable String baseUrl,
        @DefaultValue("Counterpart <counterpart@localhost>") String from,
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue("10s") Duration timeout) {

    /** The complete URL of a page; null if the address of HQ is not set. */
    @Nullable String url(@Nullable String page) {
        return baseUrl == null || baseUrl.isBlank() || page == null ? null : baseUrl.replaceAll("/+$", "") + page;
    }
}
