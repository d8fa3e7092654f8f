package io.counterpart.hq.staging;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.contract.RecordHeaders;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.messaging.intake.ReceivedRecord;

import static org.assertj.core.api.Assertions.assertThat;

class StagedOperationTests {

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.5", "99999999999999999999"})
    void aMalformedHeaderDoesNotStopTheIntake(String header) {
        var record = TestDriver.record("key", "{}", 0);
        record.headers().add(RecordHeaders.REPLICATION_COUNTER, header.getBytes(StandardCharsets.UTF_8));
        record.headers().add(RecordHeaders.TRACEPARENT, header.getBytes(StandardCharsets.UTF_8));

        var staged = StagedOperation.of(new ReceivedRecord<>(OperationFixtures.creation(), record));

        assertThat(staged.replicationCounter()).isZero();
        assertThat(staged.traceparent()).isNull();
    }
}
