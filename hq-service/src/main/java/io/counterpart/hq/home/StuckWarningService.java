package io.counterpart.hq.home;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.hq.page.DisplayFormat;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.reconciliation.UploadGaps;
import io.counterpart.hq.stuck.StuckCustomerService;

/** Warns of customers that are not synchronized in time, at any stage. */
@Service
class StuckWarningService {

    private final StuckCustomerService customers;
    private final UploadGaps gaps;
    private final DisplayFormat format;
    private final Clock clock;

    StuckWarningService(StuckCustomerService customers, UploadGaps gaps, DisplayFormat format, Clock clock) {
        this.customers = customers;
        this.gaps = gaps;
        this.format = format;
        this.clock = clock;
    }

    StuckCounts stuck() {
        return new StuckCounts(customers.count(), gaps.uploadedNotStaged());
    }

    List<Warning> about(List<PipelineRow> lanes, StuckCounts stuck, WarningThresholds thresholds) {
        var found = new ArrayList<Warning>();
        stuck.uploadedNotStaged().forEach((database, missing) -> {
            if (missing >= thresholds.of(WarningRule.MISSING_OPERATIONS)) {
                found.add(missing(database, missing));
            }
        });
        Instant old = clock.instant().minus(thresholds.age(WarningRule.PENDING_CUSTOMERS));
        lanes.stream().filter(lane -> isBefore(lane.oldestPending(), old)).forEach(lane -> found.add(pending(lane)));
        if (stuck.customers() > 0 && stuck.customers() >= thresholds.of(WarningRule.STUCK_CUSTOMERS)) {
            // The others say where the customers are stuck.
            boolean only = found.isEmpty();
            found.add(Warning.of(
                            WarningRule.STUCK_CUSTOMERS,
                            "",
                            PageMessage.of("home.warning.stuck.title", stuck.customers()),
                            PageMessage.of("home.warning.stuck.explanation"),
                            "home.warning.viewStuckCustomers",
                            "/stuck-customers")
                    .shownIf(only));
        }
        return found;
    }

    private static Warning missing(String database, long missing) {
        return Warning.of(
                WarningRule.MISSING_OPERATIONS,
                database,
                PageMessage.of("home.warning.missing.title", missing, database),
                PageMessage.of("home.warning.missing.explanation"),
                "home.warning.viewStuckCustomers",
                "/stuck-customers?channelDatabase=" + database);
    }

    private Warning pending(PipelineRow lane) {
        return Warning.of(
                WarningRule.PENDING_CUSTOMERS,
                lane.channelDatabase(),
                PageMessage.of("home.warning.pending.title", lane.pendingCustomers(), lane.channelDatabase()),
                PageMessage.of(
                        "home.warning.pending.explanation", format.between(lane.oldestPending(), clock.instant())),
                "home.warning.viewStuckCustomers",
                "/stuck-customers?channelDatabase=" + lane.channelDatabase());
    }

    private static boolean isBefore(@Nullable Instant since, Instant old) {
        return since != null && since.isBefore(old);
    }
}
