package io.counterpart.hq.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;

/**
 * Counts operations that were uploaded and not staged. It remembers up to where a channel database is complete, so that
 * each upload session is counted once, and asks the database at most every ten seconds.
 */
@Service
public class StagingGaps {

    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final int MOST = 1_000;

    private final StagingGapRepository repository;
    private final Clock clock;
    private final Map<String, Instant> completeTo = new HashMap<>();
    private Map<String, Long> last = Map.of();
    private Instant readAt = Instant.EPOCH;

    StagingGaps(StagingGapRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** By channel database; one that is complete is not in it. */
    public synchronized Map<String, Long> uploadedNotStaged() {
        Instant now = clock.instant();
        if (readAt.plus(FRESH).isBefore(now)) {
            last = read(now);
            readAt = now;
        }
        return last;
    }

    /** The next call asks the database. */
    public synchronized void forget() {
        readAt = Instant.EPOCH;
        completeTo.clear();
    }

    private Map<String, Long> read(Instant now) {
        var missing = new HashMap<String, Long>();
        for (String database : repository.channelDatabases()) {
            Instant from = completeTo.getOrDefault(database, now.minus(LOOK_BACK));
            List<StagingGapRepository.Session> sessions =
                    repository.sessions(database, utc(from), utc(now.minus(GRACE)), MOST);
            long gap = 0;
            for (StagingGapRepository.Session session : sessions) {
                gap += Math.max(0, session.uploaded() - session.staged());
                if (gap == 0) {
                    completeTo.put(database, session.startedAt());
                }
            }
            if (gap > 0) {
                missing.put(database, gap);
            }
        }
        return missing;
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
