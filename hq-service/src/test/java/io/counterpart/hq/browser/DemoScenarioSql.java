package io.counterpart.hq.browser;

/** The rows of the demo scenario that no operation of a channel creates. */
final class DemoScenarioSql {

    static final String CONFIGURATION = """
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

    static final String BULK = """
            with repair as (
              insert into bulk_repair (id, words, status, total, done, succeeded, failed, per_second, edit_field, edit_value, started_by, started_at)
              values (:id, 'All that match status “FAILED”, cause “unknown-customer-group”', :status, 4, case :status when 'PREVIEW' then 0 else 2 end, case :status when 'PREVIEW' then 0 else 2 end, 0, 50,
                'customerGroup', 'RETAIL', 'operator', now() - interval '1 minute'))
            insert into bulk_repair_item (repair, recid) select :id, recid from open_operation where error_code = 'unknown-customer-group'
            """;

    static final String HISTORY = """
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
            insert into till (channel, device, channel_database, version, heard_at, clock_skew_seconds, unsent, refused, oldest_unsent_at, online)
            values ('HARBOR', 'Till 1 at Harbor', 'harbor', '1.4.2', now() - interval '20 seconds', 412, 3, 1, now() - interval '3 hours', false);
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

    static final String SAME_EMAIL = """
            update customer set email = 'family@example.com' where account_number in (
              select account_number from customer order by account_number offset 5 limit 2)
            """;

    static final String POSSIBLE_DUPLICATE = """
            insert into duplicate_pair (first_customer, second_customer, score, reasons, status, found_at)
            select least(one.async_customer_id, two.async_customer_id),
              greatest(one.async_customer_id, two.async_customer_id), 90, '{EMAIL}', 'OPEN', now() - interval '2 hours'
            from customer as one join customer as two on two.email = one.email and two.account_number > one.account_number
            where one.email = 'family@example.com'
            """;

    private DemoScenarioSql() {}
}
