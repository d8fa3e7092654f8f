package io.counterpart.hq.duplicatepair;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.counterpart.messaging.Pause;
import io.counterpart.messaging.Worker;

/** Runs the scan on a dedicated thread, with a pause after each batch; the database says when the next run is due. */
@Component
class DuplicateScanLoop implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DuplicateScanLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final DuplicateScanService service;
    private final DuplicateScanProperties properties;
    private final Worker worker;

    DuplicateScanLoop(DuplicateScanService service, DuplicateScanProperties properties) {
        this.service = service;
        this.properties = properties;
        this.worker = new Worker("duplicate-scan", this::scan, this::pauseAfterFailure);
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

    private Pause scan() {
        return service.scanBatch() ? Pause.atMost(properties.pause()) : untilDue();
    }

    private Pause pauseAfterFailure(RuntimeException failure, int failures) {
        log.warn(
                "The scan for possible duplicates failed and will be retried: {}",
                failure.getClass().getSimpleName());
        return untilDue();
    }

    // Another instance may have scanned, so the pause is not the interval.
    private Pause untilDue() {
        Duration interval = properties.interval();
        return Pause.atMost(interval.compareTo(LONGEST_PAUSE) < 0 ? interval : LONGEST_PAUSE);
    }
}
