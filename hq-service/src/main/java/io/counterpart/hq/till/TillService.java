package io.counterpart.hq.till;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.Heartbeat;
import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.hq.till.TillRepository.ReportedTill;

/** Stores the states of tills, and lists those that need attention. */
@Service
public class TillService {

    private final TillRepository tills;
    private final TillReadRepository reader;
    private final Clock clock;

    TillService(TillRepository tills, TillReadRepository reader, Clock clock) {
        this.tills = tills;
        this.reader = reader;
        this.clock = clock;
    }

    /** Stores the tills that the heartbeats of channel databases report, in the caller's transaction. */
    public void save(List<Heartbeat> heartbeats) {
        List<ReportedTill> reported =
                heartbeats.stream().flatMap(TillService::tills).toList();
        if (!reported.isEmpty()) {
            tills.save(reported);
        }
    }

    private static Stream<ReportedTill> tills(Heartbeat heartbeat) {
        return heartbeat.tills() == null
                ? Stream.empty()
                : heartbeat.tills().stream()
                        .filter(Objects::nonNull)
                        .limit(ChannelReport.MOST_TILLS)
                        .map(state -> new ReportedTill(heartbeat.channelDatabase(), state));
    }

    public TillCounts counts() {
        return reader.counts(clock.instant());
    }

    ListResponse<TillView> list(@Nullable String channel, boolean attention, int limit, @Nullable String cursor) {
        long position = cursor == null ? 0 : CursorPages.before(cursor);
        List<TillRow> rows = reader.list(channel, attention, position, CursorPages.read(limit), clock.instant());
        ListResponse<TillRow> page = CursorPages.of(rows, limit, TillRow::position);
        return new ListResponse<>(page.items().stream().map(TillRow::view).toList(), page.nextCursor());
    }

    List<UnsentStore> unsent(@Nullable String channel, int limit) {
        return reader.unsent(channel, limit);
    }

    List<String> channels() {
        return reader.channels();
    }
}
