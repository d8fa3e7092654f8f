package io.counterpart.channel.upload;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import io.counterpart.contract.configuration.JobCommand;

/** Whether the P-job may run, as HQ last said. Stored, so that every instance knows it and a restart does not forget it. */
@Service
class PJobSettings {

    private static final Logger log = LoggerFactory.getLogger(PJobSettings.class);
    private static final long GOOD_FOR_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final PJobSettingRepository repository;
    private boolean held;
    private long readAt;
    private boolean read;

    PJobSettings(PJobSettingRepository repository) {
        this.repository = repository;
    }

    /** Asked before every batch; reads the table at most twice a second. */
    synchronized boolean isHeld() {
        long now = System.nanoTime();
        if (!read || now - readAt > GOOD_FOR_NANOS) {
            held = repository.isHeld();
            readAt = now;
            read = true;
        }
        return held;
    }

    void obey(JobCommand command) {
        switch (command.action()) {
            case HOLD -> hold(true);
            case RELEASE -> hold(false);
            case SCHEDULE -> schedule(command.recurrenceSeconds());
            case RUN, REPORT_CUSTOMERS -> log.debug("The P-job is told to run now");
        }
    }

    private synchronized void hold(boolean hold) {
        repository.hold(hold);
        held = hold;
        log.info("The P-job is {}", hold ? "held" : "released");
    }

    private void schedule(@Nullable Integer seconds) {
        if (seconds != null && seconds > 0) {
            repository.schedule(seconds);
            log.info("The P-job recurs every {} s", seconds);
        }
    }
}
