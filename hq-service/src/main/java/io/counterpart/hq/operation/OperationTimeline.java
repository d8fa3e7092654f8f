package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.counterpart.hq.operation.OperationDetailRepository.AttemptRow;
import io.counterpart.hq.operation.OperationDetailRepository.DecisionRow;
import io.counterpart.hq.operation.OperationDetailRepository.EditRow;
import io.counterpart.hq.operation.OperationDetailRepository.SiblingRow;

/** One line of time for an operation: it arrived, was tried, was edited by somebody, and what people decided. */
final class OperationTimeline {

    // The way to HQ has its order, whatever the clock of a till says.
    private static final int WAY_HERE = 3;

    private final OperationDetail operation;
    private final List<TimelineEntry> steps = new ArrayList<>();

    OperationTimeline(OperationDetail operation) {
        this.operation = operation;
        steps.add(TimelineEntry.of(operation.occurredAt(), "ok", "Made in " + operation.channel()));
        steps.add(TimelineEntry.of(operation.uploadedAt(), "ok", "Uploaded by the P-job"));
        steps.add(TimelineEntry.of(operation.stagedAt(), "ok", "Staged at HQ"));
    }

    OperationTimeline attempts(List<AttemptRow> attempts) {
        attempts.forEach(it -> steps.add(step(it)));
        return this;
    }

    OperationTimeline edits(List<EditRow> edits) {
        edits.forEach(it -> steps.add(
                new TimelineEntry(it.editedAt(), "warn", "Edited by " + it.editedBy(), null, null, it.payload())));
        return this;
    }

    OperationTimeline decisions(List<DecisionRow> decisions) {
        decisions.forEach(it -> steps.add(new TimelineEntry(it.at(), "warn", words(it), it.note(), null, null)));
        return this;
    }

    /** In the order of time; what comes last has none yet. */
    List<TimelineEntry> steps(List<SiblingRow> siblings) {
        steps.subList(WAY_HERE, steps.size())
                .sort(Comparator.comparing(step -> step.at() == null ? Instant.MAX : step.at()));
        switch (operation.status()) {
            case "SUCCEEDED" -> steps.add(applied());
            case "FAILED" -> steps.add(TimelineEntry.of(null, "todo", "Waits for a person to mend it"));
            case "WAITING" -> steps.add(TimelineEntry.of(null, "todo", "Waits behind another operation"));
            default -> steps.add(TimelineEntry.of(null, "todo", "Waits for the job to convert it"));
        }
        long behind = siblings.stream()
                .filter(it -> it.status().equals("WAITING"))
                .filter(it -> !it.operationId().equals(operation.operationId()))
                .count();
        if (operation.status().equals("FAILED") && behind > 0) {
            steps.add(new TimelineEntry(null, "todo", "Then those behind it", "%d more".formatted(behind), null, null));
        }
        return steps;
    }

    private static TimelineEntry step(AttemptRow it) {
        return switch (it.outcome()) {
            case "OVERRIDDEN" ->
                new TimelineEntry(it.at(), "warn", "Newer values stayed", null, it.errorCode(), it.errorText());
            case "RENUMBERED" ->
                new TimelineEntry(
                        it.at(), "warn", "Applied as the next operation", it.errorText(), it.errorCode(), null);
            default ->
                new TimelineEntry(
                        it.at(),
                        "bad",
                        "Attempt %d failed".formatted(it.attempt()),
                        it.errorText(),
                        it.errorCode(),
                        null);
        };
    }

    private TimelineEntry applied() {
        boolean creation = operation.kind().equals("CREATE_CUSTOMER");
        return new TimelineEntry(
                creation ? operation.convertedAt() : null,
                "ok",
                "Applied",
                creation ? "Account number " + operation.accountNumber() : null,
                null,
                null);
    }

    private static String words(DecisionRow it) {
        return switch (it.action()) {
            case "synchronize" -> it.actor() + " had it tried again";
            case "apply-as-next" -> it.actor() + " applied it as the next operation";
            case "create-anyway" -> it.actor() + " decided: a customer of its own";
            case "link" -> it.actor() + " decided: the same customer as " + it.note();
            case "ignore" -> it.actor() + " left it out";
            default -> it.actor() + ": " + it.action();
        };
    }
}
