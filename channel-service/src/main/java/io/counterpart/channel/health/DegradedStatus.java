package io.counterpart.channel.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** The status of a dependency whose outage does not cause any request to be rejected. */
final class DegradedStatus {

    private static final Status STATUS = new Status("DELAYED");

    private DegradedStatus() {}

    static Health because(String reason) {
        return builder(reason).build();
    }

    static Health.Builder builder(String reason) {
        return Health.status(STATUS).withDetail("reason", reason);
    }
}
