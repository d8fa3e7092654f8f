package io.counterpart.hq.messaging;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

import io.counterpart.messaging.Pause;
import io.counterpart.messaging.Worker;

/**
 * Creates the topics in the background, with retries until Kafka is available: HQ starts and serves requests without
 * it.
 */
public final class TopicCreator implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicCreator.class);

    private final KafkaAdmin admin;
    private final Duration retryInterval;
    private final Worker worker;
    private volatile boolean done;

    TopicCreator(KafkaAdmin admin, Duration retryInterval) {
        this.admin = admin;
        this.retryInterval = retryInterval;
        this.worker = new Worker("topic-creation", this::createTopics, this::pauseAfterFailure);
    }

    /** Whether the topics exist. A record sent earlier would create a topic with the broker's default settings. */
    public boolean isDone() {
        return done;
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop(Duration.ZERO);
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    /** Creates missing topics, even if all existed before. */
    void create() {
        done = false;
        worker.hurry();
    }

    private Pause createTopics() {
        done = admin.initialize();
        if (!done) {
            return Pause.whole(retryInterval);
        }
        log.info("All topics exist");
        return Pause.UNTIL_SIGNAL;
    }

    private Pause pauseAfterFailure(RuntimeException failure, int failures) {
        log.warn("The topics could not be created and will be retried: {}", failure.getMessage());
        return Pause.whole(retryInterval);
    }
}
