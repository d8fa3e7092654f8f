package io.counterpart.channel.messaging;

import java.io.IOException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.counterpart.testsupport.GoldenEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** This service reads every event of the contract from its wire format without loss. */
class GoldenEventsTests {

    static Stream<GoldenEvent> events() throws IOException {
        return GoldenEvent.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsWhatStoodOnTheWire(GoldenEvent event) {
        Object read = MessageJson.read(event.json(), event.type());

        assertThat(GoldenEvent.withoutNulls(MessageJson.write(read))).isEqualTo(GoldenEvent.withoutNulls(event.json()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void passesOverWhatALaterVersionAdds(GoldenEvent event) {
        Object read = MessageJson.read(event.ofALaterVersion(), event.type());

        assertThat(read).isEqualTo(MessageJson.read(event.json(), event.type()));
    }

    @Test
    void findsTheFiles() throws IOException {
        assertThat(events()).hasSizeGreaterThan(15);
    }
}
