package io.counterpart.hq.reconciliation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.distribution.ConfigurationLogWriter;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.reconciliation.ReconciliationRepository.CounterRange;
import io.counterpart.support.problem.Problem;

/** Requests operations from a channel database again on behalf of an operator. */
@Service
public class UploadRerunService {

    private final ReconciliationRepository repository;
    private final ConfigurationLogWriter distribution;
    private final AuditService audit;
    private final Clock clock;

    UploadRerunService(
            ReconciliationRepository repository, ConfigurationLogWriter distribution, AuditService audit, Clock clock) {
        this.repository = repository;
        this.distribution = distribution;
        this.audit = audit;
        this.clock = clock;
    }

    /** Requests everything that was uploaded and is not staged, at most a thousand ranges; returns the ranges. */
    @Transactional
    public List<CounterSpan> missing(String channelDatabase) {
        requireKnown(channelDatabase);
        var all = new CounterRange(channelDatabase, 1, repository.highestCounter(channelDatabase));
        return request(
                channelDatabase,
                repository.uploadedNotStaged(all).stream()
                        .map(it -> new CounterSpan(it.counterFrom(), it.counterTo()))
                        .toList());
    }

    /** Requests the operations of a range; both counters are inclusive. */
    @Transactional
    public List<CounterSpan> span(String channelDatabase, @Nullable Long from, @Nullable Long to) {
        requireKnown(channelDatabase);
        if (from == null || from < 1) {
            throw invalid("/counterFrom", "counterFrom is required and must be 1 or higher.");
        }
        if (to == null || to < from) {
            throw invalid("/counterTo", "counterTo is required and must not be lower than counterFrom.");
        }
        return request(channelDatabase, List.of(new CounterSpan(from, to)));
    }

    private List<CounterSpan> request(String channelDatabase, List<CounterSpan> spans) {
        distribution.appendCommands(spans.stream()
                .map(it -> JobCommand.uploadAgain(
                        channelDatabase, UUID.randomUUID(), it.counterFrom(), it.counterTo(), clock.instant()))
                .toList());
        audit.note("upload-again", channelDatabase, Map.of("spans", spans.size()));
        return spans;
    }

    private void requireKnown(String channelDatabase) {
        if (!repository.isKnown(channelDatabase)) {
            throw HqProblem.CHANNEL_DATABASE_NOT_FOUND.problem();
        }
    }

    private static Problem invalid(String pointer, String detail) {
        return Problem.validation(pointer, "invalid", detail);
    }

    /** A range of replication counters, both inclusive. */
    public record CounterSpan(long counterFrom, long counterTo) {}
}
