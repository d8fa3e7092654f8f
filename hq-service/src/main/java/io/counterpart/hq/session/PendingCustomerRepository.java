package io.counterpart.hq.session;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.session.ChannelReport.PendingCustomers;
import io.counterpart.hq.messaging.MessageJson;

/** The table of customers that channel databases report as pending. */
@Repository
class PendingCustomerRepository {

    private static final String KEEP = """
            insert into pending_customer (channel_database, async_customer_id, channel, operation_id, operation_number,
              replication_counter, since, uploaded, reported_at)
            select :database, "asyncCustomerId", channel, "operationId", "operationNumber", "replicationCounter", since,
              uploaded, :at::timestamptz
            from json_to_recordset(:customers::json) as customer (
              "asyncCustomerId" uuid, channel text, "operationId" uuid, "operationNumber" integer,
              "replicationCounter" bigint, since timestamptz, uploaded boolean)
            on conflict (channel_database, async_customer_id) do update
            set operation_id = excluded.operation_id, operation_number = excluded.operation_number,
                replication_counter = excluded.replication_counter, since = excluded.since,
                uploaded = excluded.uploaded, reported_at = excluded.reported_at
            """;

    private static final String FORGET = """
            delete from pending_customer
            where channel_database = :database and async_customer_id <> all (
              select "asyncCustomerId" from json_to_recordset(:customers::json) as customer ("asyncCustomerId" uuid))
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;

    PendingCustomerRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Each report replaces the previous one. */
    void save(List<PendingCustomers> reports) {
        for (PendingCustomers report : reports) {
            String customers = json.write(report.customers());
            jdbc.sql(FORGET)
                    .param("database", report.channelDatabase())
                    .param("customers", customers)
                    .update();
            jdbc.sql(KEEP)
                    .param("database", report.channelDatabase())
                    .param("customers", customers)
                    .param("at", report.at().toString())
                    .update();
        }
    }
}
