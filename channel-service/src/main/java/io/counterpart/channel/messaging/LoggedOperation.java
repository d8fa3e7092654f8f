package io.counterpart.channel.messaging;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.messaging.log.LogEntry;
import io.counterpart.support.web.TraceContext;

/** Encodes an operation for the log once; the P-job publishes it unchanged. */
public final class LoggedOperation {

    private LoggedOperation() {}

    public static LogEntry of(CustomerOperation operation) {
        return new LogEntry(
                operation.operationId(),
                Topics.P_0001,
                operation.asyncCustomerId().toString(),
                operation.operationNumber(),
                operation.kind().name(),
                MessageJson.write(operation),
                TraceContext.traceparent(),
                operation.occurredAt());
    }
}
