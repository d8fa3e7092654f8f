package io.counterpart.channel.realtime;

import io.counterpart.contract.operation.CustomerOperation;

/** HQ, asked while somebody waits. Never called inside a transaction. */
public interface RealTimeService {

    /** Carries the very operation that the P-job would carry, so that a call whose answer is lost can be repeated by it. */
    RealTimeAnswer create(CustomerOperation operation);
}
