package io.counterpart.hq.testing.bad;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Violates rules, so that a test verifies that they detect it. */
public class BadListener {

    private final KafkaTemplate<String, String> kafka;

    public BadListener(KafkaTemplate<String, String> kafka) {
        this.kafka = kafka;
    }

    @Transactional
    @KafkaListener(topics = "bad")
    public boolean on(String record) {
        return kafka.send("worse", record).isDone();
    }
}
