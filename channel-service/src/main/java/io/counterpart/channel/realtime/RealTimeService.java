package io.counterpart.channel.realtime;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** HQ, asked while somebody waits. Never called inside a transaction, and never slower than its time-out. */
public interface RealTimeService {

    /** Carries the very operation that the P-job would carry, so that a call whose answer is lost can be repeated by it. */
    default RealTimeResult<CustomerSnapshot> apply(CustomerOperation operation) {
        return call("/realtime/v1/operations", operation, CustomerSnapshot.class);
    }

    /** Posts a request of the contract to a path of the Real-time service. */
    <T> RealTimeResult<T> call(String path, Object request, Class<T> answer);
}
