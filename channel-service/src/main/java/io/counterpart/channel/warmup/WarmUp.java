package io.counterpart.channel.warmup;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Repeats all steps for a short time; Spring Boot reports readiness when its runners have finished. */
@Component
class WarmUp implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

    private final List<WarmUpStep> steps;
    private final WarmUpProperties properties;

    WarmUp(List<WarmUpStep> steps, WarmUpProperties properties) {
        this.steps = steps;
        this.properties = properties;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!properties.enabled()) {
            return;
        }
        long start = System.nanoTime();
        int rounds = 0;
        try {
            do {
                for (WarmUpStep step : steps) {
                    step.run();
                }
                rounds++;
            } while (System.nanoTime() - start < properties.longest().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // Readiness reports an unavailable database.
            log.info("The warm-up ended early: {}", e.toString());
        }
        log.info(
                "Warmed up in {} ms, {} rounds",
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                rounds);
    }
}
