package io.counterpart.hq.topics;

import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far HQ believes the clocks of others.
 *
 * @param clockSkew how far a time may lie after its arrival; what lies further is cut to that
 */
@ConfigurationProperties("hq.intake")
public record IntakeProperties(@DefaultValue("5m") Duration clockSkew) {

    /** The time as it is kept, of something that arrived now. */
    public Instant plausible(Instant said, Instant now) {
        Instant latest = now.plus(clockSkew);
        return said.isAfter(latest) ? latest : said;
    }
}
