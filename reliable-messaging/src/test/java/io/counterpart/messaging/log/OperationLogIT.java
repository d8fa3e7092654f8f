package io.counterpart.messaging.log;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class OperationLogIT {

    private final RelayTestBench bench = RelayTestBench.withKeptLog();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void refusesToAppendWithoutATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> bench.log.append(bench.entries("lonely")))
                .withMessageContaining("in the transaction that made it");
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void neverPublishesWhatWasRolledBack() {
        bench.transaction.executeWithoutResult(status -> {
            bench.log.append(bench.entries("vanished"));
            status.setRollbackOnly();
        });
        bench.append("stayed");

        bench.relay("a").relayOnce();

        assertThat(bench.published()).containsExactly("stayed");
    }

    @Test
    void wakesTheListenerAfterACommitAndNotAfterARollback() {
        var woken = new AtomicInteger();
        bench.log.onCommit(woken::incrementAndGet);

        bench.transaction.executeWithoutResult(status -> {
            bench.log.append(bench.entries("no"));
            assertThat(woken).hasValue(0);
            status.setRollbackOnly();
        });
        assertThat(woken).hasValue(0);

        bench.append("yes");
        assertThat(woken).hasValue(1);
    }

    @Test
    void appendsAnyNumberOfRowsInOneStatement() {
        var statements = bench.dataSource.statementsOf(() -> bench.append("one", "two", "three"));

        assertThat(statements).hasSize(1);
        assertThat(bench.waiting()).isEqualTo(3);
    }

    @Test
    void executesAnotherStatementInTheRoundTripOfAnAppend() {
        bench.jdbc.execute("create table companion (id int primary key, text text)");
        var woken = new AtomicInteger();
        bench.log.onCommit(woken::incrementAndGet);

        var statements = bench.dataSource.statementsOf(() -> insertWith("one", 1));
        assertThat(statements).hasSize(1);
        assertThat(woken).hasValue(1);
        assertThat(bench.jdbc.queryForList("select text from companion", String.class))
                .containsExactly("one");

        // Neither of the two without the other.
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> insertWith("two", 1));
        assertThat(woken).hasValue(1);
        assertThat(bench.waiting()).isOne();
    }

    @Test
    void refusesAnotherStatementWithoutATransaction() {
        var other = new CompanionStatement("select 1", (statement, others) -> {});

        assertThatIllegalStateException()
                .isThrownBy(() -> bench.log.append(bench.entries("lonely").get(0), other));
        assertThat(bench.waiting()).isZero();
    }

    private void insertWith(String text, int id) {
        var other = new CompanionStatement("insert into companion values (?, ?)", (statement, others) -> {
            statement.setInt(others + 1, id);
            statement.setString(others + 2, text);
        });
        bench.transaction.executeWithoutResult(
                status -> bench.log.append(bench.entries(text).get(0), other));
    }

    @Test
    void appendsNothingForAnEmptyList() {
        var statements = bench.dataSource.statementsOf(
                () -> bench.transaction.executeWithoutResult(status -> bench.log.append(List.of())));

        assertThat(statements).isEmpty();
    }

    @Test
    void saysHowMuchWaitsAndSinceWhen() {
        assertThat(bench.log.depth()).isEqualTo(new OperationLog.LogDepth(0, null));

        bench.append("one", "two");

        assertThat(bench.log.depth()).isEqualTo(new OperationLog.LogDepth(2, RelayTestBench.NOON));
        assertThat(bench.log.hasMoreWaitingThan(1)).isTrue();
        assertThat(bench.log.hasMoreWaitingThan(2)).isFalse();
    }

    @Test
    void doesNotCountRefusedRowsAsWaiting() {
        bench.append("one");
        bench.jdbc.update("update kept_log_queue set refused = 'too large'");

        assertThat(bench.log.depth()).isEqualTo(new OperationLog.LogDepth(0, null));
        assertThat(bench.log.hasMoreWaitingThan(0)).isFalse();
    }
}
