package io.counterpart.hq.home;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.till.TillCounts;
import io.counterpart.hq.till.TillService;

/** The warning about tills that need attention: one for all tills, since the page of tills lists them by store. */
@Component
class TillWarnings {

    private final TillService tills;

    TillWarnings(TillService tills) {
        this.tills = tills;
    }

    TillCounts counts() {
        return tills.counts();
    }

    Optional<Warning> about(TillCounts counts, WarningThresholds thresholds) {
        if (counts.attention() == 0 || counts.attention() < thresholds.of(WarningRule.TILLS_NEED_ATTENTION)) {
            return Optional.empty();
        }
        return Optional.of(Warning.of(
                WarningRule.TILLS_NEED_ATTENTION,
                "",
                PageMessage.of("home.warning.tills.title", counts.attention()),
                PageMessage.of(
                        "home.warning.tills.explanation",
                        counts.silent(),
                        counts.overdue(),
                        counts.rejected(),
                        counts.wrongClock()),
                "home.warning.viewTills",
                "/tills?attention=true"));
    }
}
