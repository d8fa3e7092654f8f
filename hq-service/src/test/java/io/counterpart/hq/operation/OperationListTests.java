package io.counterpart.hq.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class OperationListTests {

    private static final LocalDate DAY = LocalDate.ofInstant(OperationFixtures.NOON, java.time.ZoneOffset.UTC);

    @Autowired
    TestDriver work;

    @Autowired
    OperationRepository operations;

    @BeforeEach
    void clear() {
        work.clear();
    }

    @Test
    void goesThroughADayInTheOrderOfTimeFromBothEnds() {
        // Staged in an order that differs from their times; the last one belongs to the next day.
        work.stage(Stream.of(20, 0, 30, 10, 86_400)
                .map(seconds -> OperationFixtures.operation(
                        UUID.randomUUID(),
                        "harbor",
                        1,
                        OperationFixtures.NOON.plusSeconds(seconds),
                        OperationFixtures.creation().body()))
                .toList());

        assertThat(times(null)).containsExactly(30L, 20L, 10L, 0L);
        assertThat(times("oldest")).containsExactly(0L, 10L, 20L, 30L);
    }

    @Test
    void findsAnOperationByEachIdThatPeopleMayHave() {
        CustomerOperation creation = OperationFixtures.creation();
        CustomerOperation edit = OperationFixtures.edit(creation.asyncCustomerId(), 2);
        work.stage(List.of(creation, edit, OperationFixtures.creation()));
        UUID alias = UUID.randomUUID();
        work.jdbcUpdate("insert into customer_alias (alias, async_customer_id) values ('%s', '%s')"
                .formatted(alias, creation.asyncCustomerId()));

        assertThat(found(edit.operationId())).containsExactly(edit.operationId());
        assertThat(found(creation.asyncCustomerId())).containsExactly(edit.operationId(), creation.operationId());
        assertThat(found(alias)).containsExactly(edit.operationId(), creation.operationId());
        assertThat(found(UUID.randomUUID())).isEmpty();
    }

    /** Reads two pages. */
    private List<Long> times(@Nullable String sort) {
        var filter = new OperationFilterForm(
                        null, null, null, null, null, null, null, null, null, DAY, DAY, sort, null, null, null)
                .toFilter();
        List<OperationRow> first = operations.list(filter, 2);
        List<OperationRow> second = operations.list(filter.from(first.get(1).recid()), 3);
        return Stream.concat(first.stream(), second.stream())
                .map(OperationRow::occurredAt)
                .map((Instant at) -> at.getEpochSecond() - OperationFixtures.NOON.getEpochSecond())
                .toList();
    }

    private List<UUID> found(UUID id) {
        var filter = new OperationFilterForm(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        id.toString(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                .toFilter();
        return operations.list(filter, 10).stream()
                .map(OperationRow::operationId)
                .toList();
    }
}
