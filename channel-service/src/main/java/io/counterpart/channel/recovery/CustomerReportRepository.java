package io.counterpart.channel.recovery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.edit.FieldNames;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** Reads customers as snapshots; the command is rare, so it scans the whole table once and needs no index. */
@Repository
class CustomerReportRepository {

    private static final String SINCE = """
            select async_customer_id from customer
            where account_number is not null and coalesce(snapshot_at, returned_at, created_at) >= ?
            order by async_customer_id
            """;

    private static final String HIGHEST = """
            select account_number from customer
            where account_number is not null
            order by length(account_number) desc, account_number desc limit 1
            """;

    // An account number is an alias too; the aliases of HQ's links are UUIDs. Aliases have no index by customer: one
    // scan.
    private static final String SNAPSHOTS = """
            with wanted as (select unnest(?::uuid[]) as async_customer_id),
            linked as (
              select async_customer_id, json_agg(alias) as aliases
              from customer_alias join wanted using (async_customer_id) where length(alias) = 36
              group by async_customer_id)
            select c.last_operation > c.applied_operation as pending, json_build_object(
              'schemaVersion', 1, 'version', c.hq_version, 'asyncCustomerId', c.async_customer_id,
              'accountNumber', c.account_number, 'syncStatus', 'SYNCED',
              'channel', c.created_in_channel, 'channelDatabase', c.created_in_channel_database,
              'creationMode', c.creation_mode, 'asyncReason', c.async_reason, 'createdAt', c.created_at,
              'uploadedAt', c.uploaded_at, 'stagedAt', c.staged_at, 'convertedAt', c.converted_at, 'blocked', c.blocked,
              'appliedOperations',
                coalesce(c.applied_operations, '{}') || jsonb_build_object(?::text, greatest(c.applied_operation,
                  coalesce((c.applied_operations ->> ?)::integer, 0))),
              'aliases', coalesce(linked.aliases, '[]'), 'changedAt', c.changed_at, 'erasedAt', c.erased_at,
              'content', json_build_object(
                'profile', json_build_object('type', c.type, 'title', c.title, 'firstName', c.first_name,
                  'middleName', c.middle_name, 'lastName', c.last_name, 'organizationName', c.organization_name,
                  'email', c.email, 'phone', c.phone, 'language', c.language, 'currencyCode', c.currency_code,
                  'customerGroup', c.customer_group, 'receiptOption', c.receipt_option, 'receiptEmail', c.receipt_email,
                  'mobile', c.mobile, 'url', c.url, 'vatNumber', c.vat_number, 'invoiceAccount', c.invoice_account,
                  'optOutPersonalization', c.opt_out_personalization,
                  'optOutWebActivityTracking', c.opt_out_web_activity_tracking),
                'addresses', coalesce((
                  select json_agg(json_build_object('id', p.address_id, 'name', p.name, 'purpose', p.purpose,
                    'street', p.street, 'streetNumber', p.street_number, 'buildingComplement', p.building_complement,
                    'postBox', p.post_box, 'district', p.district, 'city', p.city, 'county', p.county, 'state', p.state,
                    'zipCode', p.zip_code, 'country', p.country, 'phone', p.phone, 'email', p.email,
                    'primary', p.is_primary) order by p.address_id)
                  from customer_address p where p.async_customer_id = c.async_customer_id), '[]'),
                'contacts', coalesce((
                  select json_agg(json_build_object('id', k.contact_id, 'type', k.type, 'value', k.value,
                    'marketingConsent', k.marketing_consent, 'primary', k.is_primary, 'consentAt', k.consent_at,
                    'consentSource', k.consent_source, 'consentText', k.consent_text) order by k.contact_id)
                  from customer_contact k where k.async_customer_id = c.async_customer_id), '[]'),
                'affiliations', to_json(c.affiliations), 'attributes', c.attributes,
                'externalIdentity', case when c.identity_issuer is not null
                  then json_build_object('issuer', c.identity_issuer, 'subject', c.identity_subject) end)) as snapshot
            from wanted join customer c using (async_customer_id) left join linked using (async_customer_id)
            where c.account_number is not null
            """;

    // Their values are in the content already; the creation is not an edit, and an order changes no field.
    private static final String PENDING_EDITS = """
            select operation.payload
            from unnest(?::uuid[]) as wanted (async_customer_id)
            join customer using (async_customer_id)
            join async_operation as operation
              on operation.aggregateid = customer.async_customer_id::text
              and operation.aggregateversion > customer.applied_operation
            where operation.type <> 'CREATE_CUSTOMER' and operation.type <> 'CREATE_ORDER'
            """;

    private final JdbcTemplate jdbc;

    CustomerReportRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Customers whose last snapshot arrived since this time. */
    List<UUID> since(Instant since) {
        return jdbc.queryForList(SINCE, UUID.class, Timestamp.from(since));
    }

    List<Reported> snapshots(List<UUID> ids, String channelDatabase) {
        String[] wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
        Map<UUID, Map<String, Instant>> times = timesOfPendingEdits(wanted);
        return jdbc.query(
                SNAPSHOTS,
                (row, n) -> {
                    CustomerSnapshot stored = MessageJson.read(row.getString("snapshot"), CustomerSnapshot.class);
                    return new Reported(
                            withTimes(stored, times.getOrDefault(stored.asyncCustomerId(), Map.of())),
                            row.getBoolean("pending"));
                },
                wanted,
                channelDatabase,
                channelDatabase);
    }

    private Map<UUID, Map<String, Instant>> timesOfPendingEdits(String[] customers) {
        Map<UUID, Map<String, Instant>> times = new HashMap<>();
        jdbc.query(
                PENDING_EDITS,
                row -> {
                    CustomerOperation edit = MessageJson.read(row.getString("payload"), CustomerOperation.class);
                    FieldNames.addTimes(edit, times.computeIfAbsent(edit.asyncCustomerId(), it -> new HashMap<>()));
                },
                (Object) customers);
        return times;
    }

    // HQ applies the pending edits again, one after the other: by these times none of them replaces a later one.
    private static CustomerSnapshot withTimes(CustomerSnapshot stored, Map<String, Instant> pending) {
        if (pending.isEmpty()) {
            return stored;
        }
        Map<String, Instant> times = new HashMap<>(pending);
        Objects.requireNonNullElse(stored.changedAt(), Map.<String, Instant>of())
                .forEach((field, at) -> times.merge(field, at, (one, other) -> one.isAfter(other) ? one : other));
        Map<String, Object> fields = MessageJson.mapper().convertValue(stored, new TypeReference<>() {});
        fields.put("changedAt", times);
        return MessageJson.mapper().convertValue(fields, CustomerSnapshot.class);
    }

    @Nullable String highestAccountNumber() {
        return jdbc.queryForList(HIGHEST, String.class).stream().findFirst().orElse(null);
    }

    /**
     * A stored customer.
     *
     * @param pending whether its content has edits that HQ had not applied
     */
    record Reported(CustomerSnapshot snapshot, boolean pending) {}
}
