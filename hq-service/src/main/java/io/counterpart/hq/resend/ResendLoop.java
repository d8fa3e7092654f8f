package io.counterpart.hq.resend;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.messaging.Pause;
import io.counterpart.messaging.Worker;

/**
 * Performs resends on a dedicated thread, not faster than 1010 publishes; continues a resend that another node left
 * unfinished.
 */
@Component
class ResendLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ResendLoop.class);
    private static final Pause BREATH = Pause.atMost(Duration.ofMillis(200));

    private final ResendBatch batch;
    private final DistributionLogWriter distribution;
    private final ResendProperties properties;
    private final Worker worker;

    ResendLoop(ResendBatch batch, DistributionLogWriter distribution, ResendProperties properties) {
        this.batch = batch;
        this.distribution = distribution;
        this.properties = properties;
        this.worker = new Worker("resend", this::page, this::pauseAfterFailure);
    }

    void trigger() {
        worker.signal();
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    public void start() {
        worker.start();
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private Pause page() {
        if (distribution.hasMoreWaitingThan(properties.mostWaiting())) {
            return BREATH;
        }
        return batch.run(properties.pageSize()) ? Pause.NONE : Pause.atMost(properties.interval());
    }

    private Pause pauseAfterFailure(RuntimeException failure, int failures) {
        log.warn("The resend failed and will be retried: {}", failure.getMessage());
        return Pause.atMost(properties.interval());
    }
}
