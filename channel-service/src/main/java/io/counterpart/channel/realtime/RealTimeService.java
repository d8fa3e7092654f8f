package io.counterpart.channel.realtime;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** The synchronous interface to HQ. Never called inside a transaction, and never slower than its time-out. */
public interface RealTimeService {

    /**
     * Sends the same operation that the P-job would upload, so that the P-job can repeat a call whose response is lost.
     */
    default RealTimeResult<CustomerSnapshot> apply(CustomerOperation operation) {
        return call("/realtime/v1/operations", operation, CustomerSnapshot.class);
    }

    /** Posts a request of the contract to a path of the Real-time service. */
    <T> RealTimeResult<T> call(String path, Object request, Class<T> answer);
}
