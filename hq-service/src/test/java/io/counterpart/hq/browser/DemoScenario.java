package io.counterpart.hq.browser;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.staging.StagingFixture;
import io.counterpart.hq.testing.TestDriver;

/** Demo data of a small company with three channels: mostly successful operations, with some failures to review. */
@TestComponent
public class DemoScenario {

    private static final List<String> FIRST = List.of(
            "Ann", "Bea", "Carl", "Dina", "Emil", "Fatima", "Goran", "Hana", "Ivo", "Jana", "Kenji", "Lin", "Maya");
    private static final List<String> LAST = List.of(
            "Lee",
            "Okafor",
            "Sørensen",
            "Müller",
            "Nakamura",
            "Silva",
            "Novak",
            "Haddad",
            "Price",
            "Kowalska",
            "Rossi");

    private final JdbcClient jdbc;
    private final TestDriver work;
    private final StagingFixture arrivals;

    public DemoScenario(JdbcClient jdbc, TestDriver work, StagingFixture arrivals) {
        this.jdbc = jdbc;
        this.work = work;
        this.arrivals = arrivals;
    }

    /** Deletes all data and creates the scenario. */
    public void create() {
        work.clear();
        work.jdbcUpdate(
                "truncate batch_job_run, failure_note, dead_letter, bulk_repair, bulk_repair_item, bulk_repair_failure, operation_edit");
        jdbc.sql(CONFIGURATION).update();
        arrivals.stageAndConvert(creations());
        arrivals.stageAndConvert(troubles());
        jdbc.sql(HISTORY).update();
    }

    /**
     * A new customer with the email of an existing one, flagged as possible duplicate; returns the ID of the operation.
     */
    String possibleDuplicate() {
        work.jdbcUpdate("update duplicate_policy set mode = 'FLAG'");
        UUID id = UUID.randomUUID();
        Instant at = Instant.now().minus(3, ChronoUnit.MINUTES);
        arrivals.stageAndConvert(
                List.of(creation(id, "STATION", AsyncReason.FUNCTIONALITY_PROFILE, at, "Ann", "Lee", "RETAIL")));
        work.jdbcUpdate("update duplicate_policy set mode = 'OFF'");
        work.jdbcUpdate("""
                update async_operation set uploaded_at = occurred_at + interval '300 milliseconds', staged_at = occurred_at + interval '380 milliseconds',
                  traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
                where async_customer_id = '%s'
                """.formatted(id));
        return work.texts("select operation_id::text from async_operation where async_customer_id = '%s'".formatted(id))
                .get(0);
    }

    /** A bulk repair of all operations that failed because of their customer group; returns its ID. */
    String bulk(String status) {
        UUID id = UUID.randomUUID();
        jdbc.sql(BULK).param("id", id).param("status", status).update();
        return id.toString();
    }

    private List<CustomerOperation> creations() {
        Instant now = Instant.now();
        var all = new ArrayList<CustomerOperation>();
        for (int i = 0; i < 160; i++) {
            String channel = List.of("HARBOR", "STATION", "ONLINE").get(i % 3);
            AsyncReason reason = i % 11 == 0
                    ? AsyncReason.REALTIME_SERVICE_UNREACHABLE
                    : i % 7 == 0 ? AsyncReason.POS_OFFLINE : AsyncReason.FUNCTIONALITY_PROFILE;
            String first = FIRST.get(i % FIRST.size());
            String last = LAST.get(i % LAST.size());
            all.add(creation(
                    UUID.randomUUID(),
                    channel,
                    reason,
                    now.minus((i * i) % 1380, ChronoUnit.MINUTES),
                    first,
                    last,
                    "RETAIL"));
        }
        return all;
    }

    private List<CustomerOperation> troubles() {
        Instant at = Instant.now().minus(12, ChronoUnit.MINUTES);
        var all = new ArrayList<CustomerOperation>();
        for (int i = 0; i < 4; i++) {
            all.add(creation(
                    UUID.randomUUID(),
                    "STATION",
                    AsyncReason.FUNCTIONALITY_PROFILE,
                    at,
                    "Noor",
                    LAST.get(i),
                    "WHOLESALE"));
        }
        UUID nameless = UUID.fromString("3f2a6c1e-0000-4000-8000-000000000001");
        all.add(creation(nameless, "HARBOR", AsyncReason.POS_OFFLINE, at, "", "", "RETAIL"));
        all.add(new CustomerOperation(
                1,
                UUID.randomUUID(),
                "harbor",
                "HARBOR",
                nameless,
                null,
                2,
                null,
                null,
                at.plusSeconds(60),
                new OperationBody.EditProfile(List.of(new FieldChange("phone", "+1 555 0100", "+1 555 0199")))));
        return all;
    }

    static CustomerOperation creation(
            UUID customer, String channel, AsyncReason reason, Instant at, String first, String last, String group) {
        String email = last.isEmpty()
                ? "till7@example.com"
                : (first + "." + last + "@example.com").toLowerCase(java.util.Locale.ROOT);
        var profile = new CustomerProfile(
                CustomerType.PERSON,
                null,
                first,
                null,
                last,
                null,
                email,
                "+1 555 %04d".formatted(customer.hashCode() & 0x1fff),
                "en-US",
                "USD",
                group,
                null,
                null);
        var address = new Address(
                UUID.randomUUID(),
                null,
                AddressPurpose.HOME,
                "1 Pier Road",
                null,
                null,
                null,
                null,
                "Harbor",
                null,
                "WA",
                "98101",
                "USA",
                null,
                null,
                true);
        var content =
                new CustomerContent(profile, List.of(address), List.of(), List.of("VIP"), Map.of("shoeSize", 38), null);
        String database = channel.equals("ONLINE") ? "online" : "harbor";
        return new CustomerOperation(
                1,
                UUID.randomUUID(),
                database,
                channel,
                customer,
                null,
                1,
                CreationMode.ASYNC,
                reason,
                at,
                new OperationBody.CreateCustomer(content));
    }

    private static final String CONFIGURATION = """
            insert into functionality_profile (id, name, create_customers_in_async_mode, create_orders_in_async_mode) values
              ('STORES', 'Stores', true, true), ('ONLINE', 'Online stores', false, true);
            insert into channel_database_group (name) values ('default');
            insert into channel_database (name, channel_database_group) values ('harbor', 'default'), ('online', 'default');
            insert into channel (channel, name, type, channel_database, functionality_profile, operating_unit) values
              ('HARBOR', 'Harbor store', 'STORE', 'harbor', 'STORES', '{"name": "Harbor", "street": "1 Pier Road", "city": "Harbor", "state": "WA", "zipCode": "98101", "country": "USA", "currencyCode": "USD", "language": "en-US"}'),
              ('STATION', 'Station store', 'STORE', 'harbor', 'STORES', '{"name": "Station", "city": "Harbor", "country": "USA", "currencyCode": "USD", "language": "en-US"}'),
              ('ONLINE', 'Web shop', 'ONLINE_STORE', 'online', 'ONLINE', '{"name": "Web", "country": "USA", "currencyCode": "USD", "language": "en-US"}');
            insert into customer_group (name, description, financial_dimensions) values
              ('RETAIL', 'Retail customers', '{"costCenter": "100"}'), ('STAFF', 'Our own people', '{}'); insert into affiliation (name, description) values ('VIP', 'Very important'), ('CLUB', 'Members of the club');
            insert into attribute_definition (name, definition) values
              ('shoeSize', '{"name": "shoeSize", "type": "INTEGER", "allowedValues": [], "minimum": 10, "maximum": 60, "unit": null, "mandatory": false}'),
              ('newsletter', '{"name": "newsletter", "type": "BOOLEAN", "allowedValues": [], "minimum": null, "maximum": null, "unit": null, "mandatory": false}');
            insert into channel_heartbeat (channel_database, at, report) values
              ('harbor', now(), '{"kind": "HEARTBEAT", "waitingOperations": 3, "oldestWaitingAt": null, "held": false, "channelVersions": {"HARBOR": 1, "STATION": 1}, "globalVersion": 1}'),
              ('online', now(), '{"kind": "HEARTBEAT", "waitingOperations": 0, "held": false, "channelVersions": {"ONLINE": 1}, "globalVersion": 1}')
            """;

    private static final String BULK = """
            with repair as (
              insert into bulk_repair (id, words, status, total, done, succeeded, failed, per_second, edit_field, edit_value, started_by, started_at)
              values (:id, 'All that match status “FAILED”, cause “unknown-customer-group”', :status, 4, case :status when 'PREVIEW' then 0 else 2 end, case :status when 'PREVIEW' then 0 else 2 end, 0, 50,
                'customerGroup', 'RETAIL', 'operator', now() - interval '1 minute'))
            insert into bulk_repair_item (repair, recid) select :id, recid from open_operation where error_code = 'unknown-customer-group'
            """;

    private static final String HISTORY = """
            insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count, started_at, finished_at)
            select gen_random_uuid(), case n % 3 when 2 then 'online' else 'harbor' end, n * 10 + 1, n * 10 + 9, 9, 'APPLIED', 1,
              now() - n * interval '7 minutes', now() - n * interval '7 minutes' + interval '80 milliseconds' from generate_series(0, 30) n;
            insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count, message, started_at)
            values (gen_random_uuid(), 'online', 401, 409, 9, 'UPLOAD_FAILED', 3, 'Kafka did not answer in time', now() - interval '50 minutes');
            insert into download_session (id, channel_database, job, rows, status, try_count, started_at, finished_at)
            select gen_random_uuid(), case n % 2 when 1 then 'online' else 'harbor' end, case n % 5 when 4 then '1110' when 3 then '1070' else '1010' end,
              n % 17 + 1, 'APPLIED', 1, now() - n * interval '5 minutes', now() - n * interval '5 minutes' + interval '40 milliseconds' from generate_series(0, 40) n;
            insert into batch_job_run (job, trigger, requested_by, node, started_at, finished_at, outcome, rows_read, rows_done, rows_failed)
            select 'synchronize-customers-and-channel-requests', case n % 6 when 5 then 'PERSON' else 'RECURRENCE' end, case n % 6 when 5 then 'operator' end,
              'hq-1', now() - n * interval '9 minutes', now() - n * interval '9 minutes' + interval '210 milliseconds', 'ENDED', n * 3 + 5, n * 3 + 5 - n % 2, n % 2 from generate_series(24, 1, -1) n;
            insert into failure_note (error_code, note, author, at) values
              ('unknown-customer-group', 'Station sells to companies since Monday; the group is being set up.', 'operator', now() - interval '1 hour');
            insert into dead_letter (topic, partition, position, key, value, reason, arrived_at) values
              ('cdx.p-0001', 2, 4711, '3f2a6c1e-0000-4000-8000-0000000000aa', convert_to('{"schemaVersion": 9, "kind": "?', 'UTF8'), 'Unreadable: the JSON ends too early', now() - interval '3 hours');
            update customer set converted_at = created_at + interval '400 milliseconds' + random() * interval '1 second',
              staged_at = created_at + interval '300 milliseconds', uploaded_at = created_at + interval '200 milliseconds';
            update async_operation set uploaded_at = occurred_at + interval '300 milliseconds', staged_at = occurred_at + interval '380 milliseconds';
            insert into device_token (sha256, device, role, channel, channel_database, created_at)
            select encode(sha256(convert_to(device, 'UTF8')), 'hex'), device, role, channel, database, now() - interval '40 days' from (values
              ('Till 1 at Harbor', 'TILL', 'HARBOR', null), ('Web shop', 'STOREFRONT', 'ONLINE', null),
              ('Channel service of harbor', 'CHANNEL_DATABASE', null, 'harbor')) it (device, role, channel, database);
            insert into audit_entry (at, actor, action, subject, detail) values
              (now() - interval '5 hours', 'admin', 'enabled', 'Feature enhanced-async-customer-creation', null), (now() - interval '4 hours', 'admin', 'ends at 999999', 'Number sequence customer', null),
              (now() - interval '2 hours', 'operator', 'link', '7d1e9a52-0000-4000-8000-000000000007', '{"accountNumber": "C-0000012"}'), (now() - interval '1 hour', 'admin', 'set', 'duplicate-policy', '{"mode": "FLAG"}');
            update channel_heartbeat set report = report || jsonb_build_object(
              'pendingCustomers', 3, 'oldestPendingSince', now() - interval '25 minutes') where channel_database = 'harbor';
            insert into pending_customer (channel_database, async_customer_id, channel, operation_id, operation_number,
              replication_counter, since, uploaded, reported_at)
            select database, gen_random_uuid(), channel, gen_random_uuid(), 1, 900, now() - interval '25 minutes', uploaded, now()
            from (values ('harbor', 'HARBOR', true), ('online', 'ONLINE', false)) it (database, channel, uploaded);
            insert into pending_customer (channel_database, async_customer_id, channel, operation_id, operation_number,
              replication_counter, since, uploaded, reported_at)
            select 'harbor', async_customer_id, channel, operation_id, operation_number, replication_counter, now() - interval '9 minutes',
              true, now()
            from async_operation where channel = 'HARBOR' and not exists (
              select from open_operation where open_operation.async_customer_id = async_operation.async_customer_id)
            order by recid limit 1;
            update batch_job set last_run_at = now() - interval '1 second'
            """;
}
