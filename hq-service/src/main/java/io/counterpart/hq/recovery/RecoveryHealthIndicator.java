package io.counterpart.hq.recovery;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Reports a running recovery in the health details; not part of readiness, because HQ serves requests during a
 * recovery.
 */
@Component
class RecoveryHealthIndicator implements HealthIndicator {

    private final RecoveryRepository repository;

    RecoveryHealthIndicator(RecoveryRepository repository) {
        this.repository = repository;
    }

    @Override
    public Health health() {
        return repository
                .open()
                .map(it -> Health.up()
                        .withDetail("running", true)
                        .withDetail("sign", it.sign())
                        .withDetail("detectedAt", it.detectedAt().toString())
                        .build())
                .orElseGet(() -> Health.up().withDetail("running", false).build());
    }
}
