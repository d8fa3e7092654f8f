package io.counterpart.hq.recovery;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.session.ChannelReport.ReportedCustomers;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** Base class of tests that recover customers which the database has lost. */
abstract class RecoverySupport {

    @Autowired
    TestDriver work;

    @Autowired
    RecoveryService recoveries;

    @Autowired
    RecoveryRepository repository;

    @Autowired
    RecoveryBatch batch;

    @Autowired
    DatabaseIdentityRepository database;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
    }

    Recovery begun() {
        recoveries.begin("test", Instant.EPOCH);
        return repository.open().orElseThrow();
    }

    void report(Recovery open, CustomerSnapshot... customers) {
        recoveries.take(new ReportedCustomers(1, "harbor", open.id(), true, List.of(customers), List.of()));
    }

    void report(Recovery open, String channelDatabase) {
        recoveries.take(new ReportedCustomers(1, channelDatabase, open.id(), true, List.of(), List.of()));
    }

    void finish(Recovery open) {
        report(open, "harbor");
        report(open, "online");
        recoveries.topicsRead(open.id());
        assertThat(recoveries.beginApplying(open.id())).isTrue();
        while (batch.run(open.id(), 1) > 0) {}
        recoveries.finish(repository.open().orElseThrow());
    }
}
