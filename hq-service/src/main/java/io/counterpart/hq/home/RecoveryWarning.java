package io.counterpart.hq.home;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.counterpart.hq.recovery.RecoveryService;
import io.counterpart.hq.recovery.RecoveryView;

/** The warning that HQ recovers after a restore of its database, with the channel databases that it waits for. */
@Component
class RecoveryWarning {

    private final RecoveryService recoveries;

    RecoveryWarning(RecoveryService recoveries) {
        this.recoveries = recoveries;
    }

    Optional<Warning> now() {
        return recoveries.all().stream()
                .filter(it -> it.finishedAt() == null)
                .findFirst()
                .map(RecoveryWarning::of);
    }

    private static Warning of(RecoveryView running) {
        String waiting = running.waitingFor().isEmpty()
                ? "All channel databases have reported."
                : "It waits for the report of %s.".formatted(String.join(", ", running.waitingFor()));
        return Warning.of(
                "bad",
                "HQ recovers after a restore of its database",
                "No account numbers are given until the customers of the lost time are back. " + waiting,
                "See the recovery",
                "/administration/recovery");
    }
}
