package io.counterpart.hq.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.messaging.intake.DeadLetterPublisher;
import io.counterpart.support.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@HqManualContext
class DeadLetterIT {

    @Autowired
    DeadLetterListener listener;

    @Autowired
    DeadLetterService service;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.jdbcUpdate("delete from dead_letter");
    }

    @Test
    void believesTheNameOfTheTopicAndNotTheHeader() {
        arrive("cdx.p-0001.dlt", "cdx.1070", "0", "7");

        assertThat(work.texts("select topic || partition || position from dead_letter"))
                .containsExactly("cdx.p-000107");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "99999999999999999999", "1e3"})
    void survivesMalformedHeaders(String number) {
        arrive("cdx.sessions.dlt", "cdx.sessions", number, number);

        assertThat(work.texts("select topic || ' ' || partition || ' ' || position from dead_letter"))
                .containsExactly("cdx.sessions -1 42");
    }

    @Test
    void keepsTheHeadersOfTheSender() {
        var record = new ConsumerRecord<>("cdx.p-0001.dlt", 3, 42, "harbor", "{}".getBytes(StandardCharsets.UTF_8));
        header(record, "ce_id", "7");
        header(record, "signature", "AAAA");
        header(record, "U+0000 \0", "\0x");
        header(record, DeadLetterPublisher.REASON, "Not JSON");
        record.headers().add(DeadLetterPublisher.ORIGINAL_PARTITION, null).add("empty", null);
        listener.on(List.of(record));

        assertThat(work.texts("select headers::text from dead_letter"))
                .containsExactly("{\"ce_id\": \"7\", \"U+0000 \": \"x\", \"signature\": \"AAAA\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdx.1010.dlt", "cdx.1070.dlt", "cdx.1110.dlt", "cdx.control.dlt"})
    void requeuesNothingThatHqPublishesItself(String topic) {
        arrive(topic, "cdx.p-0001", "0", "7");
        long id = work.number("select id from dead_letter");

        Problem problem = catchThrowableOfType(Problem.class, () -> service.retry(id, "ada"));

        assertThat(problem.type()).isEqualTo(HqProblem.DEAD_LETTER_NOT_RETRYABLE);
        assertThat(work.texts("select status from dead_letter")).containsExactly("OPEN");
    }

    private void arrive(String topic, String original, String partition, String offset) {
        var record = new ConsumerRecord<>(topic, 3, 42, "harbor", "{}".getBytes(StandardCharsets.UTF_8));
        header(record, DeadLetterPublisher.ORIGINAL_TOPIC, original);
        header(record, DeadLetterPublisher.ORIGINAL_PARTITION, partition);
        header(record, DeadLetterPublisher.ORIGINAL_OFFSET, offset);
        header(record, DeadLetterPublisher.REASON, "Not JSON");
        listener.on(List.of(record));
    }

    private static void header(ConsumerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
