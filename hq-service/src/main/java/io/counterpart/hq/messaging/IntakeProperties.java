package io.counterpart.hq.messaging;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tolerance for the clocks of other systems.
 *
 * @param clockSkew how far a time may lie after its arrival; later times are limited to that
 */
@ConfigurationProperties("hq.intake")
public record IntakeProperties(@DefaultValue("5m") Duration clockSkew) {

    /** The time to store for a record that arrived at {@code now}. */
    public Instant plausible(Instant said, Instant now) {
        Instant latest = now.plus(clockSkew);
        return said.isAfter(latest) ? latest : said;
    }
}
