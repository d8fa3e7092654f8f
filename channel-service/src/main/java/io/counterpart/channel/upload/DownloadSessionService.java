package io.counterpart.channel.upload;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.messaging.RecordsReadEvent;
import io.counterpart.contract.Topics;
import io.counterpart.contract.session.ChannelReport.DownloadSession;

/** Reports to HQ what the jobs 1010, 1070 and 1110 brought; the batches of a second are one session. */
@Service
class DownloadSessionService {

    private static final int SCHEMA_VERSION = 1;
    private static final Map<String, String> JOBS = Map.of(
            Topics.CUSTOMERS_1010, "1010",
            Topics.CHANNEL_CONFIGURATION_1070, "1070",
            Topics.GLOBAL_CONFIGURATION_1110, "1110");

    private final ChannelReporter reports;
    private final IdentifierGenerator identifiers;
    private final ChannelProperties properties;
    private final Clock clock;
    private final Map<String, DownloadSession> open = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();

    DownloadSessionService(
            ChannelReporter reports, IdentifierGenerator identifiers, ChannelProperties properties, Clock clock) {
        this.reports = reports;
        this.identifiers = identifiers;
        this.properties = properties;
        this.clock = clock;
    }

    @EventListener
    synchronized void add(RecordsReadEvent read) {
        String job = JOBS.get(read.topic());
        if (job == null) {
            return;
        }
        int failed = failures.getOrDefault(job, 0);
        if (read.failure() == null) {
            failures.remove(job);
        } else {
            failures.put(job, failed + 1);
        }
        Instant now = clock.instant();
        open.merge(job, session(job, read, failed + 1, now), (earlier, later) -> joined(earlier, later, now));
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void close() {
        drain().forEach(reports::send);
    }

    private synchronized List<DownloadSession> drain() {
        List<DownloadSession> sessions = List.copyOf(open.values());
        open.clear();
        return sessions;
    }

    private DownloadSession session(String job, RecordsReadEvent read, int tryCount, Instant at) {
        @Nullable String failure = read.failure();
        return new DownloadSession(
                SCHEMA_VERSION,
                identifiers.next(),
                properties.channelDatabase(),
                job,
                failure == null ? read.rows() : 0,
                failure == null ? "APPLIED" : "FAILED",
                tryCount,
                failure,
                at,
                at);
    }

    private static DownloadSession joined(DownloadSession earlier, DownloadSession later, Instant at) {
        return new DownloadSession(
                SCHEMA_VERSION,
                earlier.id(),
                earlier.channelDatabase(),
                earlier.job(),
                earlier.rows() + later.rows(),
                later.status(),
                later.tryCount(),
                later.message(),
                earlier.startedAt(),
                at);
    }
}
