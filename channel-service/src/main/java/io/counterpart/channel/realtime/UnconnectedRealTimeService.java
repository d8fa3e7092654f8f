package io.counterpart.channel.realtime;

import org.springframework.stereotype.Component;

import io.counterpart.contract.operation.CustomerOperation;

/** Stands in until the client of the Real-time service is there: nobody answers, so customers are kept as Pending sync. */
@Component
class UnconnectedRealTimeService implements RealTimeService {

    @Override
    public RealTimeAnswer create(CustomerOperation operation) {
        return new RealTimeAnswer.Unreachable();
    }
}
