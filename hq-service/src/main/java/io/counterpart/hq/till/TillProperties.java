package io.counterpart.hq.till;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a till needs attention, and how long it is listed.
 *
 * @param silentAfter how long a till may not be heard from; longer than a weekend on which a store is closed
 * @param unsentAfter how old the oldest unsent item of a till may be
 * @param clockSkew how far the clock of a till may be off
 * @param retention after which time without a heartbeat a till is deleted
 */
@ConfigurationProperties("hq.tills")
public record TillProperties(
        @DefaultValue("2d") Duration silentAfter,
        @DefaultValue("1h") Duration unsentAfter,
        @DefaultValue("5m") Duration clockSkew,
        @DefaultValue("30d") Duration retention) {}
