package io.counterpart.hq.distribution;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HqManualContext
class DistributionIT {

    @Autowired
    ConfigurationLogWriter distribution;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
    }

    @Test
    void appendsWithTheChangeOrNotAtAll() {
        assertThatThrownBy(() -> distribution.appendCommands(List.of(command())))
                .isInstanceOf(IllegalStateException.class);

        transaction.executeWithoutResult(status -> {
            distribution.appendCommands(List.of(command()));
            status.setRollbackOnly();
        });

        assertThat(work.count("configuration_log")).isZero();
    }

    @Test
    void appendsAnyNumberOfRecordsInOneStatement() {
        int statements = CountingDataSource.statementsOf(() -> transaction.executeWithoutResult(
                status -> distribution.appendCommands(List.of(command(), command(), command()))));

        assertThat(statements).isEqualTo(1);
        assertThat(work.texts(
                        "select distinct aggregatetype || ' ' || aggregateid || ' ' || type from configuration_log"))
                .containsExactly("cdx.control harbor JobCommand");
    }

    private static JobCommand command() {
        return JobCommand.of("harbor", "P-0001", JobCommand.Action.RUN, null, OperationFixtures.NOON);
    }
}
