package io.counterpart.hq.master;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.search.SearchTerms;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.messaging.bulk.BulkCopy;
import io.counterpart.messaging.bulk.CopyRows;

/** Writes many customers: COPY for new rows, one statement for changed ones. */
@Repository
class CustomerWriteRepository {

    private static final List<String> CHANGEABLE = List.of(
            "version",
            "type",
            "title",
            "first_name",
            "middle_name",
            "last_name",
            "organization_name",
            "email",
            "phone",
            "language",
            "currency_code",
            "customer_group",
            "receipt_option",
            "receipt_email",
            "mobile",
            "url",
            "vat_number",
            "invoice_account",
            "opt_out_personalization",
            "opt_out_web_activity_tracking",
            "affiliations",
            "attributes",
            "identity_issuer",
            "identity_subject",
            "blocked",
            "search_terms",
            "applied_operations",
            "unchanged_since",
            "changed_at",
            "unapplied",
            "financial_dimensions",
            "erased_at");

    private static final String UPDATE = """
            update customer set %s
            from json_populate_recordset(null::customer, :rows::json) as changed
            where customer.async_customer_id = changed.async_customer_id and customer.version = changed.version - 1
            """.formatted(
            CHANGEABLE.stream().map(column -> column + " = changed." + column).collect(Collectors.joining(", ")));

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final MessageJson json;

    CustomerWriteRepository(JdbcClient jdbc, BulkCopy copy, MessageJson json) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.json = json;
    }

    void insert(Collection<MasterCustomer> customers) {
        CopyRows rows = null;
        for (MasterCustomer customer : customers) {
            Map<String, @Nullable Object> row = row(customer);
            if (rows == null) {
                rows = CopyRows.into("customer", row.keySet().toArray(String[]::new));
            }
            rows.row(row.values().stream().map(this::copied).toArray());
        }
        if (rows != null) {
            copy.send(rows);
        }
    }

    void update(Collection<MasterCustomer> customers) {
        var rows = new ArrayList<Map<String, @Nullable Object>>(customers.size());
        customers.forEach(customer -> rows.add(row(customer)));
        int changed = jdbc.sql(UPDATE).param("rows", json.write(rows)).update();
        if (changed != rows.size()) {
            throw new OptimisticLockingFailureException(
                    "%d of %d customers changed concurrently".formatted(rows.size() - changed, rows.size()));
        }
    }

    void delete(UUID customer) {
        jdbc.sql("delete from customer where async_customer_id = :id")
                .param("id", customer)
                .update();
    }

    void advance(Map<UUID, Long> versions) {
        jdbc.sql("""
                        update customer set version = given.version
                        from unnest(:ids::uuid[], :versions::bigint[]) as given (id, version)
                        where async_customer_id = given.id and customer.version < given.version
                        """)
                .param("ids", versions.keySet().toArray(UUID[]::new))
                .param("versions", versions.values().toArray(Long[]::new))
                .update();
    }

    private @Nullable Object copied(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? json.write(new LinkedHashMap<>(object)) : value;
    }

    private static Map<String, @Nullable Object> row(MasterCustomer customer) {
        var row = new LinkedHashMap<String, @Nullable Object>(48);
        row.put("async_customer_id", customer.asyncCustomerId());
        row.put("account_number", customer.number());
        row.put("version", customer.version());
        profile(row, customer.content().profile());
        row.put("affiliations", customer.content().affiliations());
        row.put("attributes", customer.content().attributes());
        row.put("financial_dimensions", customer.financialDimensions());
        ExternalIdentity identity = customer.content().externalIdentity();
        row.put("identity_issuer", identity == null ? null : identity.issuer());
        row.put("identity_subject", identity == null ? null : identity.subject());
        row.put("blocked", customer.blocked());
        row.put("search_terms", SearchTerms.of(customer.content()));
        origin(row, customer.origin());
        row.put("applied_operations", customer.appliedOperations());
        row.put("unchanged_since", customer.unchangedSince());
        row.put("changed_at", customer.changedAt());
        row.put("unapplied", customer.unapplied().equals(UnappliedOperations.NONE) ? null : customer.unapplied());
        row.put("erased_at", customer.erasedAt());
        return row;
    }

    private static void profile(Map<String, @Nullable Object> row, CustomerProfile profile) {
        row.put("type", profile.type());
        row.put("title", profile.title());
        row.put("first_name", profile.firstName());
        row.put("middle_name", profile.middleName());
        row.put("last_name", profile.lastName());
        row.put("organization_name", profile.organizationName());
        row.put("email", profile.email());
        row.put("phone", profile.phone());
        row.put("language", profile.language());
        row.put("currency_code", profile.currencyCode());
        row.put("customer_group", profile.customerGroup());
        row.put("receipt_option", profile.receiptOption());
        row.put("receipt_email", profile.receiptEmail());
        row.put("mobile", profile.mobile());
        row.put("url", profile.url());
        row.put("vat_number", profile.vatNumber());
        row.put("invoice_account", profile.invoiceAccount());
        row.put("opt_out_personalization", profile.optOutPersonalization());
        row.put("opt_out_web_activity_tracking", profile.optOutWebActivityTracking());
    }

    private static void origin(Map<String, @Nullable Object> row, CreationInfo origin) {
        row.put("creation_mode", origin.creationMode());
        row.put("async_reason", origin.asyncReason());
        row.put("created_in_channel", origin.channel());
        row.put("created_in_channel_database", origin.channelDatabase());
        row.put("created_at", origin.createdAt());
        row.put("uploaded_at", origin.uploadedAt());
        row.put("staged_at", origin.stagedAt());
        row.put("converted_at", origin.convertedAt());
    }
}
