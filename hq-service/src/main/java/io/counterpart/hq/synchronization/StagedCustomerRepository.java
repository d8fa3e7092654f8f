package io.counterpart.hq.synchronization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.master.StagedCustomerSource;
import io.counterpart.hq.synchronization.OpenOperationRepository.UnreadableOperationException;

/** Searches open creations; they are open for seconds, so no index is maintained for the search. */
@Repository
class StagedCustomerRepository implements StagedCustomerSource {

    // Only the newest of a long backlog: all channels already have the others as pending.
    private static final String NEWEST = """
            select recid, payload, traceparent, uploaded_at, staged_at, told, decision, link_to, error_text
            from open_operation join async_operation using (recid)
            where open_operation.operation_number = 1 and kind = 'CREATE_CUSTOMER'
            order by recid desc limit 2000
            """;

    private static final String ONE = """
            select recid, payload, traceparent, uploaded_at, staged_at, told, decision, link_to, error_text
            from open_operation join async_operation using (recid)
            where open_operation.async_customer_id = :id and kind = 'CREATE_CUSTOMER'
            order by recid limit 1
            """;

    private final JdbcClient jdbc;
    private final OpenOperationRepository open;

    StagedCustomerRepository(JdbcClient jdbc, OpenOperationRepository open) {
        this.jdbc = jdbc;
        this.open = open;
    }

    @Override
    public List<CustomerSnapshot> find(SearchQuery query, int limit) {
        return jdbc.sql(NEWEST).query(this::snapshot).list().stream()
                .flatMap(Optional::stream)
                .filter(it -> query.finds(it.content())
                        || it.asyncCustomerId().toString().equals(query.typed()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<CustomerSnapshot> one(UUID asyncCustomerId) {
        return jdbc.sql(ONE).param("id", asyncCustomerId).query(this::snapshot).list().stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    // An unreadable creation is not a search result.
    private Optional<CustomerSnapshot> snapshot(ResultSet row, int number) throws SQLException {
        try {
            OpenOperation creation = open.open(row, number);
            return Optional.of(PendingCustomerPublisher.snapshot(
                    creation, Math.max(1, creation.told()), row.getString("error_text")));
        } catch (UnreadableOperationException e) {
            return Optional.empty();
        }
    }
}
