package io.counterpart.channel.upload;

import org.springframework.stereotype.Component;

import io.counterpart.channel.pending.PendingCustomerTracker;
import io.counterpart.channel.pending.PendingCustomers;
import io.counterpart.messaging.log.OperationLog;

/** The upload backlog: operations that the P-job has not sent, and customers that HQ has not acknowledged. */
@Component
class UploadBacklog {

    private final OperationLog operationLog;
    private final PendingCustomerTracker pending;

    UploadBacklog(OperationLog operationLog, PendingCustomerTracker pending) {
        this.operationLog = operationLog;
        this.pending = pending;
    }

    OperationLog.LogDepth depth() {
        return operationLog.depth();
    }

    PendingCustomers pending() {
        return pending.current();
    }
}
