package io.counterpart.hq.home;

import java.time.Clock;
import java.time.Duration;
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

    private static final Duration OLD = Duration.ofMinutes(2);

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

    List<Warning> about(List<PipelineRow> lanes, StuckCounts stuck) {
        var found = new ArrayList<Warning>();
        stuck.uploadedNotStaged().forEach((database, missing) -> found.add(missing(database, missing)));
        Instant now = clock.instant();
        lanes.stream().filter(lane -> isOld(lane.oldestPending(), now)).forEach(lane -> found.add(pending(lane)));
        if (found.isEmpty() && stuck.customers() > 0) {
            found.add(Warning.of(
                    "warn",
                    PageMessage.of("home.warning.stuck.title", stuck.customers()),
                    PageMessage.of("home.warning.stuck.explanation"),
                    "home.warning.viewStuckCustomers",
                    "/stuck-customers"));
        }
        return found;
    }

    private Warning missing(String database, long missing) {
        return Warning.of(
                "bad",
                PageMessage.of("home.warning.missing.title", missing, database),
                PageMessage.of("home.warning.missing.explanation"),
                "home.warning.viewStuckCustomers",
                "/stuck-customers?channelDatabase=" + database);
    }

    private Warning pending(PipelineRow lane) {
        return Warning.of(
                "warn",
                PageMessage.of("home.warning.pending.title", lane.pendingCustomers(), lane.channelDatabase()),
                PageMessage.of(
                        "home.warning.pending.explanation", format.between(lane.oldestPending(), clock.instant())),
                "home.warning.viewStuckCustomers",
                "/stuck-customers?channelDatabase=" + lane.channelDatabase());
    }

    private static boolean isOld(@Nullable Instant since, Instant now) {
        return since != null && since.plus(OLD).isBefore(now);
    }
}
