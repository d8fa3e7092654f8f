package io.counterpart.channel.till;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.TillState;

/** Selects the tills for the heartbeats of the channel database: all of them, in turn if they are too many for one. */
@Service
public class TillReportService {

    private final TillStateRepository tills;
    private final TillProperties properties;
    private final Clock clock;
    private Instant reportedAt = Instant.EPOCH;
    private @Nullable TillState last;

    TillReportService(TillStateRepository tills, TillProperties properties, Clock clock) {
        this.tills = tills;
        this.properties = properties;
        this.clock = clock;
    }

    /** Null: no tills are due. */
    public synchronized @Nullable List<TillState> due() {
        Instant now = clock.instant();
        if (Duration.between(reportedAt, now).abs().compareTo(properties.reportInterval()) < 0) {
            return null;
        }
        List<TillState> page = tills.after(last, ChannelReport.MOST_TILLS);
        last = page.size() < ChannelReport.MOST_TILLS ? null : page.get(page.size() - 1);
        reportedAt = now;
        return page.isEmpty() ? null : page;
    }
}
