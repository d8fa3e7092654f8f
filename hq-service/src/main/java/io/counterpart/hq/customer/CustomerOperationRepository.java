package io.counterpart.hq.customer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the operations of a customer, newest first. */
@Repository
class CustomerOperationRepository {

    private final JdbcClient jdbc;

    CustomerOperationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CustomerOperationRow> of(UUID customer, List<UUID> aliases) {
        return jdbc.sql("""
                        select a.operation_id, a.kind, a.channel, a.device, a.clerk, a.occurred_at,
                          coalesce(o.status, 'SUCCEEDED') status
                        from async_operation a left join open_operation o using (recid)
                        where a.async_customer_id = any(:ids) order by a.recid desc limit 100
                        """)
                .param(
                        "ids",
                        Stream.concat(Stream.of(customer), aliases.stream()).toArray(UUID[]::new))
                .query(CustomerOperationRow.class)
                .list();
    }

    /** One operation. */
    record CustomerOperationRow(
            UUID operationId,
            String kind,
            String channel,
            @Nullable String device,
            @Nullable String clerk,
            Instant occurredAt,
            String status) {

        /** Who made the operation: the device, the clerk, both or nothing. */
        public String madeBy() {
            return Stream.of(device, clerk).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        }

        public String tag() {
            return status.equals("FAILED") ? "bad" : status.equals("SUCCEEDED") ? "ok" : "info";
        }
    }
}
