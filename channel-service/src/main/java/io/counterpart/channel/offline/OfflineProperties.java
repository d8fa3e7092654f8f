package io.counterpart.channel.offline;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tolerance for the clocks of tills.
 *
 * @param clockSkew how far a time may lie after its arrival; a later time is reduced to this limit
 */
@ConfigurationProperties("counterpart.offline")
record OfflineProperties(@DefaultValue("5m") Duration clockSkew) {

    Instant plausible(Instant said, Instant now) {
        Instant latest = now.plus(clockSkew);
        return said.isAfter(latest) ? latest : said;
    }
}
