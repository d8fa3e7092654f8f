package io.counterpart.hq.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.operation.OperationHistoryRepository.SiblingRow;
import io.counterpart.hq.page.FailureHints;

/** Builds the model of the operation page. */
@Component
class OperationPageModel {

    private final OperationHistoryRepository operations;
    private final DuplicateComparisonService comparisons;
    private final MessageJson json;
    private final @Nullable String traceUrl;

    OperationPageModel(
            OperationHistoryRepository operations,
            DuplicateComparisonService comparisons,
            MessageJson json,
            @Value("${counterpart.trace-url:#{null}}") @Nullable String traceUrl) {
        this.operations = operations;
        this.comparisons = comparisons;
        this.json = json;
        this.traceUrl = traceUrl;
    }

    Map<String, @Nullable Object> pageFor(OperationRow operation, List<OperationField> fields) {
        List<SiblingRow> siblings = operations.ofCustomer(operation.asyncCustomerId());
        var page = new HashMap<String, @Nullable Object>();
        page.put("operation", operation);
        page.put("fields", fields);
        page.put("before", fields.stream().anyMatch(it -> it.oldValue() != null));
        page.put("siblings", siblings);
        page.put("earlierMissing", siblings.stream().noneMatch(it -> isOpenBefore(operation, it)));
        page.put(
                "timeline",
                new OperationTimeline(operation, json)
                        .attempts(operations.attempts(operation.recid()))
                        .edits(operations.edits(operation.recid()))
                        .decisions(operations.decisions(operation.operationId()))
                        .steps(siblings));
        page.put("comparison", comparisons.of(operation));
        page.put("hint", FailureHints.BY_CODE.getOrDefault(String.valueOf(operation.errorCode()), ""));
        page.put("traceLink", traceLink(operation.traceId()));
        return page;
    }

    private static boolean isOpenBefore(OperationRow operation, SiblingRow other) {
        return other.channelDatabase().equals(operation.channelDatabase())
                && other.operationNumber() < operation.operationNumber()
                && !other.status().equals("SUCCEEDED");
    }

    private String traceLink(@Nullable String trace) {
        return traceUrl == null || trace == null ? "" : traceUrl.replace("{traceId}", trace);
    }
}
