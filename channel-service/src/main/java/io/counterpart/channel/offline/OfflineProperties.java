package io.counterpart.channel.offline;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far the clocks of tills are believed.
 *
 * @param clockSkew how far a time may lie after its arrival; what lies further is cut to that
 */
@ConfigurationProperties("counterpart.offline")
record OfflineProperties(@DefaultValue("5m") Duration clockSkew) {

    Instant plausible(Instant said, Instant now) {
        Instant latest = now.plus(clockSkew);
        return said.isAfter(latest) ? latest : said;
    }
}
