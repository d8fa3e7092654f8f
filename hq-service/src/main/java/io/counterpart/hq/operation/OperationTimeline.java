package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.edit.OverriddenField;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.operation.OperationHistoryRepository.AttemptRow;
import io.counterpart.hq.operation.OperationHistoryRepository.DecisionRow;
import io.counterpart.hq.operation.OperationHistoryRepository.EditRow;
import io.counterpart.hq.operation.OperationHistoryRepository.SiblingRow;
import io.counterpart.hq.page.PageMessage;

/** The timeline of an operation: upload, attempts, edits and decisions. */
final class OperationTimeline {

    // The first steps have a fixed order, regardless of the till's clock.
    private static final int WAY_HERE = 3;

    private final OperationRow operation;
    private final MessageJson json;
    private final List<TimelineEntry> steps = new ArrayList<>();
    // Closed without effect, because the customer was erased before it was applied.
    private boolean erased;

    OperationTimeline(OperationRow operation, MessageJson json) {
        this.operation = operation;
        this.json = json;
        steps.add(TimelineEntry.of(operation.occurredAt(), "ok", created(operation)));
        steps.add(TimelineEntry.of(operation.uploadedAt(), "ok", PageMessage.of("timeline.uploaded")));
        steps.add(TimelineEntry.of(operation.stagedAt(), "ok", PageMessage.of("timeline.staged")));
    }

    OperationTimeline attempts(List<AttemptRow> attempts) {
        attempts.forEach(it -> steps.add(step(it)));
        erased = attempts.stream().anyMatch(it -> it.outcome().equals("ERASED"));
        return this;
    }

    OperationTimeline edits(List<EditRow> edits) {
        edits.forEach(it -> steps.add(new TimelineEntry(
                it.editedAt(), "warn", PageMessage.of("timeline.edited", it.editedBy()), null, null, it.payload())));
        return this;
    }

    OperationTimeline decisions(List<DecisionRow> decisions) {
        decisions.forEach(it -> steps.add(new TimelineEntry(it.at(), "warn", note(it), it.note(), null, null)));
        return this;
    }

    /** Sorted by time; future steps come last. */
    List<TimelineEntry> steps(List<SiblingRow> siblings) {
        steps.subList(WAY_HERE, steps.size())
                .sort(Comparator.comparing(step -> step.at() == null ? Instant.MAX : step.at()));
        switch (operation.status()) {
            case "SUCCEEDED" -> {
                if (!erased) {
                    steps.add(applied());
                }
            }
            case "FAILED" -> steps.add(TimelineEntry.of(null, "todo", PageMessage.of("timeline.needsReview")));
            case "WAITING" -> steps.add(TimelineEntry.of(null, "todo", PageMessage.of("timeline.blocked")));
            default -> steps.add(TimelineEntry.of(null, "todo", PageMessage.of("timeline.pending")));
        }
        long behind = siblings.stream()
                .filter(it -> it.status().equals("WAITING"))
                .filter(it -> !it.operationId().equals(operation.operationId()))
                .count();
        if (operation.status().equals("FAILED") && behind > 0) {
            steps.add(TimelineEntry.of(null, "todo", PageMessage.of("timeline.blocks", behind)));
        }
        return steps;
    }

    private static PageMessage created(OperationRow it) {
        String device = it.device();
        String clerk = it.clerk();
        if (device != null && clerk != null) {
            return PageMessage.of("timeline.createdOnDeviceByClerk", it.channel(), device, clerk);
        }
        if (device != null) {
            return PageMessage.of("timeline.createdOnDevice", it.channel(), device);
        }
        return clerk == null
                ? PageMessage.of("timeline.created", it.channel())
                : PageMessage.of("timeline.createdByClerk", it.channel(), clerk);
    }

    private TimelineEntry step(AttemptRow it) {
        return switch (it.outcome()) {
            case "OVERRIDDEN" ->
                new TimelineEntry(
                        it.at(),
                        "warn",
                        PageMessage.of("timeline.superseded"),
                        null,
                        it.errorCode(),
                        null,
                        overridden(it.errorText()));
            case "RENUMBERED" ->
                new TimelineEntry(
                        it.at(),
                        "warn",
                        PageMessage.of("timeline.appliedAsNext"),
                        it.errorText(),
                        it.errorCode(),
                        null);
            case "ERASED" ->
                new TimelineEntry(
                        it.at(), "warn", PageMessage.of("timeline.erased"), it.errorText(), it.errorCode(), null);
            default ->
                new TimelineEntry(
                        it.at(),
                        "bad",
                        PageMessage.of("timeline.attemptFailed", it.attempt()),
                        it.errorText(),
                        it.errorCode(),
                        null);
        };
    }

    private List<OverriddenField> overridden(@Nullable String stored) {
        return stored == null ? List.of() : List.of(json.read(stored, OverriddenField[].class));
    }

    private TimelineEntry applied() {
        boolean creation = operation.kind().equals("CREATE_CUSTOMER");
        return new TimelineEntry(
                creation ? operation.convertedAt() : null,
                "ok",
                creation
                        ? PageMessage.of("timeline.converted", String.valueOf(operation.accountNumber()))
                        : PageMessage.of("timeline.applied"),
                null,
                null,
                null);
    }

    private static PageMessage note(DecisionRow it) {
        return switch (it.action()) {
            case "synchronize" -> PageMessage.of("timeline.retriedBy", it.actor());
            case "apply-as-next" -> PageMessage.of("timeline.appliedAsNextBy", it.actor());
            case "create-anyway" -> PageMessage.of("timeline.createdAsNewBy", it.actor());
            case "link" -> PageMessage.of("timeline.mergedBy", it.actor(), String.valueOf(it.note()));
            case "ignore" -> PageMessage.of("timeline.skippedBy", it.actor());
            default -> PageMessage.literal(it.actor() + ": " + it.action());
        };
    }
}
