package io.counterpart.hq.reconciliation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.session.ChannelReport.Heartbeat;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.reconciliation.ReconciliationRepository.CounterRange;
import io.counterpart.hq.reconciliation.ReconciliationRepository.StageCounts;
import io.counterpart.hq.reconciliation.ReconciliationView.Missing;
import io.counterpart.hq.reconciliation.ReconciliationView.Span;

/** REST resource of the reconciliation of a channel database. */
@RestController
@RequestMapping("/api/v1/reconciliation")
class ReconciliationController {

    private final ReconciliationRepository repository;
    private final UnavailableOperationRepository unavailable;
    private final SnapshotLagReader backlog;

    ReconciliationController(
            ReconciliationRepository repository,
            UnavailableOperationRepository unavailable,
            SnapshotLagReader backlog) {
        this.repository = repository;
        this.unavailable = unavailable;
        this.backlog = backlog;
    }

    /** Without counters: everything that the channel database has uploaded. */
    @GetMapping
    ReconciliationView of(
            @RequestParam String channelDatabase,
            @RequestParam(required = false) @Nullable Long counterFrom,
            @RequestParam(required = false) @Nullable Long counterTo) {
        if (!repository.isKnown(channelDatabase)) {
            throw HqProblem.CHANNEL_DATABASE_NOT_FOUND.problem();
        }
        long highest = repository.highestCounter(channelDatabase);
        var range = new CounterRange(
                channelDatabase,
                Objects.requireNonNullElse(counterFrom, 1L),
                Objects.requireNonNullElse(counterTo, highest));
        // Operations that are not uploaded have higher counters than all uploaded ones.
        Optional<Heartbeat> heartbeat = repository.heartbeat(channelDatabase);
        long waiting = range.to() < highest
                ? 0
                : heartbeat.map(Heartbeat::waitingOperations).orElse(0L);
        return reconcile(range, waiting, heartbeat);
    }

    private ReconciliationView reconcile(CounterRange range, long waiting, Optional<Heartbeat> heartbeat) {
        StageCounts counts = repository.staged(range);
        // A session report may be lost, but an operation is not: staged operations were uploaded.
        long uploaded = Math.max(repository.uploaded(range), counts.staged());
        List<UUID> notConverted = repository.open(range, false);
        List<UUID> failed = repository.open(range, true);
        List<String> unpublished = repository.unpublished(range);
        Long unread = backlog.of(range.channelDatabase());
        List<Span> lost = repository.uploadedNotStaged(range);
        long away = unpublished.size() + (unread == null ? 0 : unread);
        boolean complete = waiting + lost.size() + notConverted.size() + failed.size() + away == 0;
        return new ReconciliationView(
                range.channelDatabase(),
                range.from(),
                range.to(),
                uploaded + waiting,
                uploaded,
                counts.staged(),
                counts.converted(),
                Math.max(0, counts.converted() - away),
                counts.failed(),
                unavailable.count(range),
                unavailable.sessions(range),
                heartbeat.map(Heartbeat::at).orElse(null),
                new Missing(waiting, lost, notConverted, failed, unpublished, unread),
                complete);
    }
}
