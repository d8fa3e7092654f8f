package io.counterpart.support.purge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

class PurgeLoopTests {

    private final PlatformTransactionManager transactions = mock(PlatformTransactionManager.class);
    private final PurgeLoop loop = new PurgeLoop(new TransactionTemplate(transactions), 10);

    @Test
    void walksAlongALogUntilABatchHasNoOldRow() {
        Deque<PurgeBatchResult> batches = new ArrayDeque<>(List.of(
                new PurgeBatchResult(10, 100, true, 7),
                new PurgeBatchResult(10, 200, true, 0),
                new PurgeBatchResult(10, 300, false, 0)));
        List<Long> positions = new ArrayList<>();

        int purged = loop.purgeLog((after, size) -> {
            positions.add(after);
            return batches.remove();
        });

        assertThat(purged).isEqualTo(7);
        assertThat(positions).containsExactly(0L, 100L, 200L);
        verify(transactions, times(3)).commit(any());
    }

    @Test
    void endsWhereTheLogEnds() {
        assertThat(loop.purgeLog((after, size) -> new PurgeBatchResult(9, 100, true, 9)))
                .isEqualTo(9);
    }

    @Test
    void repeatsAStatementUntilItFindsLessThanABatch() {
        Deque<Integer> found = new ArrayDeque<>(List.of(10, 10, 3));

        assertThat(loop.purgeAll(size -> found.remove())).isEqualTo(23);
        verify(transactions, times(3)).commit(any());
    }
}
