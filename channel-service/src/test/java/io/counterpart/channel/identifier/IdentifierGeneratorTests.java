package io.counterpart.channel.identifier;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdentifierGeneratorTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final IdentifierGenerator identifiers = new IdentifierGenerator(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void areOfVersionSevenAndSayWhenTheyWereMade() {
        UUID id = identifiers.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void growEvenWithinOneMillisecond() {
        assertThat(Stream.generate(identifiers::next).limit(10_000).map(UUID::toString))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void ofACreationIsAlwaysTheSameAndAnotherInAnotherChannelDatabase() {
        UUID customer = new IdentifierGenerator(Clock.systemUTC()).next();

        UUID creation = IdentifierGenerator.ofCreation(customer, "harbor");

        assertThat(creation)
                .isEqualTo(IdentifierGenerator.ofCreation(customer, "harbor"))
                .isNotEqualTo(IdentifierGenerator.ofCreation(customer, "online"))
                .isNotEqualTo(customer);
        assertThat(creation.version()).isEqualTo(7);
        assertThat(creation.variant()).isEqualTo(2);
    }
}
