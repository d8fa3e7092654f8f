package io.counterpart.hq.privacy;

import java.util.List;
import java.util.stream.Stream;

/**
 * All tables of HQ with personal data of customers, except the row of {@code customer} itself, which the customer master
 * empties, and the {@code RETAILASYNC*} tables, which staging empties. A test compares the list with the schema.
 *
 * <p>Rows are found by the IDs of the customer or of its operations. Text that names neither is found by the customer's
 * distinctive values, see {@link PersonalWords}.
 */
final class PersonalDataTables {

    private static final String MENTIONED = "lower(%s) like any(:words)";

    private static final List<PersonalDataTable> OF_CUSTOMER = List.of(
            new PersonalDataTable(
                    "customer_address",
                    "async_customer_id = any(:ids)",
                    "delete from customer_address where async_customer_id = any(:ids)"),
            new PersonalDataTable(
                    "customer_contact",
                    "async_customer_id = any(:ids)",
                    "delete from customer_contact where async_customer_id = any(:ids)"),
            new PersonalDataTable(
                    "consent_change",
                    "async_customer_id = any(:ids)",
                    "delete from consent_change where async_customer_id = any(:ids)"),
            new PersonalDataTable(
                    "customer_note",
                    "async_customer_id = any(:ids)",
                    "delete from customer_note where async_customer_id = any(:ids)"),
            new PersonalDataTable(
                    "customer_merge", "(survivor = any(:ids) or merged = any(:ids)) and state is not null", """
                    update customer_merge set state = null
                    where (survivor = any(:ids) or merged = any(:ids)) and state is not null
                    """),
            new PersonalDataTable(
                    "duplicate_key",
                    "async_customer_id = any(:ids)",
                    "delete from duplicate_key where async_customer_id = any(:ids)"),
            new PersonalDataTable(
                    "duplicate_scan_customer",
                    "async_customer_id = any(:ids)",
                    "delete from duplicate_scan_customer where async_customer_id = any(:ids)"),
            new PersonalDataTable(
                    "duplicate_pair",
                    "first_customer = any(:ids) or second_customer = any(:ids)",
                    "delete from duplicate_pair where first_customer = any(:ids) or second_customer = any(:ids)"),
            new PersonalDataTable(
                    "sales_order",
                    "async_customer_id = any(:ids) and note is not null",
                    "update sales_order set note = null where async_customer_id = any(:ids) and note is not null"),
            new PersonalDataTable(
                    "recovery_customer",
                    "async_customer_id = any(:ids)",
                    "delete from recovery_customer where async_customer_id = any(:ids)"),
            new PersonalDataTable(
                    "pending_customer",
                    "async_customer_id = any(:ids)",
                    "delete from pending_customer where async_customer_id = any(:ids)"),
            // What is not published yet; the relay sends the erased snapshot after what it has read.
            new PersonalDataTable(
                    "distribution_log",
                    "aggregatetype = 'cdx.1010' and aggregateid = any(:keys) and payload is not null",
                    """
                    delete from distribution_log
                    where aggregatetype = 'cdx.1010' and aggregateid = any(:keys) and payload is not null
                    """));

    private static final List<PersonalDataTable> OF_OPERATIONS = List.of(
            new PersonalDataTable(
                    "open_operation",
                    "async_customer_id = any(:ids)",
                    "delete from open_operation where async_customer_id = any(:ids)"),
            new PersonalDataTable(
                    "skipped_operation",
                    "async_customer_id = any(:ids)",
                    "delete from skipped_operation where async_customer_id = any(:ids)"),
            new PersonalDataTable(
                    "operation_attempt",
                    "recid = any(:recids) and error_text is not null and outcome <> 'ERASED'",
                    """
                    update operation_attempt set error_text = null
                    where recid = any(:recids) and error_text is not null and outcome <> 'ERASED'
                    """),
            new PersonalDataTable(
                    "operation_edit",
                    "recid = any(:recids)",
                    "update operation_edit set payload = '{\"body\": {}}' where recid = any(:recids)"),
            new PersonalDataTable(
                    "bulk_repair_item",
                    "recid = any(:recids)",
                    "delete from bulk_repair_item where recid = any(:recids)"),
            new PersonalDataTable("realtime_operation", "async_customer_id = any(:ids) and payload is not null", """
                    update realtime_operation set payload = json_build_object(
                      'channel', payload ->> 'channel', 'occurredAt', payload ->> 'occurredAt',
                      'device', payload ->> 'device', 'clerk', payload ->> 'clerk',
                      'body', json_build_object('kind', payload -> 'body' ->> 'kind'))
                    where async_customer_id = any(:ids) and payload is not null
                    """));

    private static final List<PersonalDataTable> IN_TEXT = List.of(
            // The JSON may be broken, so it is searched as text for the IDs too.
            new PersonalDataTable("dead_letter", """
                    value is not null and (key = any(:keys) or lower(concat_ws(' ', reason, encode(value, 'escape')))
                      like any(cast(:words as text[]) || cast(:named as text[])))""", """
                    update dead_letter set value = null, headers = null, key = null, reason = 'Erased with its customer',
                      settled_by = case when status = 'OPEN' then left(:actor, 40) else settled_by end,
                      settled_at = coalesce(settled_at, :at::timestamptz),
                      settled_because = 'Erased with its customer',
                      status = case when status = 'OPEN' then 'DISCARDED' else status end
                    where value is not null and (key = any(:keys) or lower(concat_ws(' ', reason, encode(value, 'escape')))
                      like any(cast(:words as text[]) || cast(:named as text[])))
                    """),
            new PersonalDataTable(
                    "bulk_repair", MENTIONED.formatted("concat_ws(' ', words, edit_value, last_error)"), """
                    update bulk_repair set words = '', edit_value = null, last_error = null
                    where lower(concat_ws(' ', words, edit_value, last_error)) like any(:words)
                    """),
            new PersonalDataTable("bulk_repair_failure", MENTIONED.formatted("reason"), """
                    update bulk_repair_failure set reason = 'Erased ' || ctid
                    where lower(reason) like any(:words)
                    """),
            new PersonalDataTable(
                    "failure_note",
                    MENTIONED.formatted("note"),
                    "update failure_note set note = 'Erased' where lower(note) like any(:words)"),
            new PersonalDataTable(
                    "saved_view",
                    MENTIONED.formatted("concat_ws(' ', name, parameters)"),
                    "delete from saved_view where lower(concat_ws(' ', name, parameters)) like any(:words)"),
            new PersonalDataTable(
                    "batch_job_run",
                    MENTIONED.formatted("error"),
                    "update batch_job_run set error = 'Erased' where lower(error) like any(:words)"),
            new PersonalDataTable(
                    "upload_session",
                    MENTIONED.formatted("message"),
                    "update upload_session set message = 'Erased' where lower(message) like any(:words)"),
            new PersonalDataTable(
                    "download_session",
                    MENTIONED.formatted("message"),
                    "update download_session set message = 'Erased' where lower(message) like any(:words)"));

    private PersonalDataTables() {}

    static List<PersonalDataTable> all() {
        return Stream.of(OF_CUSTOMER, OF_OPERATIONS, IN_TEXT)
                .flatMap(List::stream)
                .toList();
    }
}
