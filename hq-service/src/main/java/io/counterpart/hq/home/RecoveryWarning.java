package io.counterpart.hq.home;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.recovery.RecoveryService;
import io.counterpart.hq.recovery.RecoveryView;

/**
 * The warning about a running recovery after a restore of HQ's database, with the channel databases that have not
 * reported.
 */
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
        PageMessage explanation = running.waitingFor().isEmpty()
                ? PageMessage.of("home.warning.recovery.allReported")
                : PageMessage.of("home.warning.recovery.waiting", String.join(", ", running.waitingFor()));
        return Warning.of(
                WarningRule.RECOVERY,
                "",
                PageMessage.of("home.warning.recovery.title"),
                explanation,
                "home.warning.viewRecovery",
                "/administration/recovery");
    }
}
