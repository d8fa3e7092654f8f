package io.counterpart.hq.master;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.search.SearchTerms;

/** A customer as the columns of its row. */
final class CustomerRow {

    private CustomerRow() {}

    static Map<String, @Nullable Object> of(MasterCustomer customer) {
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
