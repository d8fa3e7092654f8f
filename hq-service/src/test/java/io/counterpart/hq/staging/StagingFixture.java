package io.counterpart.hq.staging;

import java.util.List;

import org.springframework.boot.test.context.TestComponent;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.TestDriver;

/** Stages and converts operations as if a channel had uploaded them. */
@TestComponent
public class StagingFixture {

    private final PJobListener listener;
    private final TestDriver work;
    private final io.counterpart.hq.synchronization.ImmediateConversion synchronize;

    StagingFixture(
            PJobListener listener, TestDriver work, io.counterpart.hq.synchronization.ImmediateConversion synchronize) {
        this.listener = listener;
        this.work = work;
        this.synchronize = synchronize;
    }

    public void stageAndConvert(List<CustomerOperation> operations) {
        listener.on(work.records(operations));
        work.numbers("select recid from open_operation where status = 'PENDING' order by recid")
                .forEach(synchronize::synchronize);
    }
}
