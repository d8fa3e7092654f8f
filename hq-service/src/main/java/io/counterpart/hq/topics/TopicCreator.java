package io.counterpart.hq.topics;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the topics in the background, again and again until Kafka is there: HQ starts and serves without it. */
public final class TopicCreator implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TopicCreator.class);

    private final KafkaAdmin admin;
    private final Duration retryInterval;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean done;
    private @Nullable Thread thread;

    TopicCreator(KafkaAdmin admin, Duration retryInterval) {
        this.admin = admin;
        this.retryInterval = retryInterval;
    }

    /** Whether the topics are there. What is sent earlier would make a topic with the broker's own settings. */
    public boolean isDone() {
        return done;
    }

    @Override
    public void start() {
        var started = new Thread(this::create, "topic-creation");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        stopped.countDown();
        Thread stopping = thread;
        if (stopping != null) {
            stopping.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Makes the topics that are missing, also when all were there before. */
    void create() {
        done = false;
        try {
            while (!done && !stopped.await(0, TimeUnit.MILLISECONDS)) {
                done = createTopics();
                if (!done && stopped.await(retryInterval.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            log.info("The topics are there");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean createTopics() {
        try {
            return admin.initialize();
        } catch (RuntimeException e) {
            log.warn("The topics could not be made yet: {}", e.getMessage());
            return false;
        }
    }
}
