package io.counterpart.hq.stuck;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;

/** Lists stuck customers and performs their remedies. */
@Service
public class StuckCustomerService {

    /** The maximum count of each kind. */
    static final int MOST = 1_000;

    private final StuckCustomerRepository repository;
    private final StuckDiagnosis diagnosis;
    private final RemedyService remedies;
    private final StuckProperties properties;
    private final Clock clock;

    StuckCustomerService(
            StuckCustomerRepository repository,
            StuckDiagnosis diagnosis,
            RemedyService remedies,
            StuckProperties properties,
            Clock clock) {
        this.repository = repository;
        this.diagnosis = diagnosis;
        this.remedies = remedies;
        this.properties = properties;
        this.clock = clock;
    }

    ListResponse<Named> list(@Nullable String channelDatabase, int limit, @Nullable String cursor) {
        long after = cursor == null ? 0 : CursorPages.before(cursor);
        List<StuckRow> rows = repository.list(channelDatabase, before(), after, CursorPages.read(limit));
        ListResponse<StuckRow> page = CursorPages.of(rows, limit, StuckRow::position);
        return new ListResponse<>(
                page.items().stream()
                        .map(row -> new Named(row.name(), diagnosis.of(row)))
                        .toList(),
                page.nextCursor());
    }

    /** The number of stuck customers, up to {@link #MOST} of each kind. */
    public long count() {
        return repository.count(before(), MOST);
    }

    /** Performs the current remedy; returns a description of what was done. */
    String fix(String channelDatabase, UUID asyncCustomerId) {
        StuckRow row = repository
                .find(channelDatabase, asyncCustomerId, before())
                .orElseThrow(() -> HqProblem.CUSTOMER_NOT_STUCK.problem());
        return remedies.perform(row, diagnosis.of(row));
    }

    private Instant before() {
        return clock.instant().minus(properties.grace());
    }

    /** A stuck customer with its name, which is for pages only; null while HQ does not know it. */
    record Named(@Nullable String name, StuckCustomer customer) {}
}
