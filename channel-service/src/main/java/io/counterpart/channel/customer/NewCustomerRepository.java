package io.counterpart.channel.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.channel.wire.WireJson;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;

/**
 * Inserts new customers with their parts, in one statement for any number of them. Taking a customer on is what tills wait
 * for and what is done most: through entities it cost twice the time of the processor.
 */
@Repository
class NewCustomerRepository {

    private static final String CUSTOMERS = insert(
            "customer",
            "async_customer_id, account_number, type, title, first_name, middle_name, last_name, organization_name, email,"
                    + " phone, language, currency_code, customer_group, receipt_option, receipt_email, affiliations,"
                    + " attributes, identity_issuer, identity_subject, search_terms, sync_status, creation_mode,"
                    + " async_reason, created_in_channel, created_in_channel_database, created_at, uploaded_at,"
                    + " staged_at, converted_at, returned_at, last_operation, applied_operation, hq_version, blocked,"
                    + " version, entry_hash");

    private static final String ADDRESSES = insert(
            "customer_address",
            "async_customer_id, address_id, name, purpose, street, street_number, building_complement, post_box,"
                    + " district, city, county, state, zip_code, country, phone, email, is_primary, created_at");

    private static final String CONTACTS = insert(
            "customer_contact",
            "async_customer_id, contact_id, type, value, marketing_consent, is_primary, created_at");

    // By asking how many customers there are the parts wait for them: who exists already is told by the customer's key.
    private static final String INSERT = """
            with the_customers as (%1$s returning 1),
            the_addresses as (%2$s where (select count(*) from the_customers) > 0)
            %3$s where (select count(*) from the_customers) > 0
            """.formatted(CUSTOMERS, ADDRESSES, CONTACTS);

    private final JdbcTemplate jdbc;

    NewCustomerRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<CustomerWithParts> created) {
        List<Map<String, @Nullable Object>> customers = new ArrayList<>(created.size());
        List<Map<String, @Nullable Object>> addresses = new ArrayList<>();
        List<Map<String, @Nullable Object>> contacts = new ArrayList<>();
        for (CustomerWithParts each : created) {
            customers.add(row(each.customer()));
            each.addresses().forEach(it -> addresses.add(row(each.customer(), it)));
            each.contacts().forEach(it -> contacts.add(row(each.customer(), it)));
        }
        jdbc.update(INSERT, WireJson.write(customers), WireJson.write(addresses), WireJson.write(contacts));
    }

    // The columns are named, so that a version that does not know a new one leaves it to its default.
    private static String insert(String table, String columns) {
        return "insert into %1$s (%2$s) select %2$s from json_populate_recordset(null::%1$s, ?::json)"
                .formatted(table, columns);
    }

    private static Map<String, @Nullable Object> row(Customer customer) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(64);
        row.put("async_customer_id", customer.asyncCustomerId());
        profile(row, customer.profile());
        row.put("affiliations", customer.affiliations());
        row.put("attributes", customer.attributes());
        ExternalIdentity identity = customer.externalIdentity();
        row.put("identity_issuer", identity == null ? null : identity.issuer());
        row.put("identity_subject", identity == null ? null : identity.subject());
        row.put("search_terms", customer.searchTerms());
        origin(row, customer.origin());
        progress(row, customer.progress());
        journey(row, customer.journey());
        row.put("blocked", customer.isBlocked());
        row.put("version", customer.version());
        row.put("entry_hash", customer.entryHash());
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

    private static void origin(Map<String, @Nullable Object> row, Origin origin) {
        row.put("creation_mode", origin.creationMode());
        row.put("async_reason", origin.asyncReason());
        row.put("created_in_channel", origin.createdInChannel());
        row.put("created_in_channel_database", origin.createdInChannelDatabase());
        row.put("created_at", origin.createdAt());
    }

    private static void progress(Map<String, @Nullable Object> row, SyncProgress progress) {
        row.put("account_number", progress.accountNumber());
        row.put("sync_status", progress.syncStatus());
        row.put("last_operation", progress.lastOperation());
        row.put("applied_operation", progress.appliedOperation());
        row.put("hq_version", progress.hqVersion());
    }

    private static void journey(Map<String, @Nullable Object> row, Journey journey) {
        row.put("uploaded_at", journey.uploadedAt());
        row.put("staged_at", journey.stagedAt());
        row.put("converted_at", journey.convertedAt());
        row.put("returned_at", journey.returnedAt());
    }

    private static Map<String, @Nullable Object> row(Customer customer, Address address) {
        Map<String, @Nullable Object> row = partOf(customer, "address_id", address.id());
        row.put("name", address.name());
        row.put("purpose", address.purpose());
        row.put("street", address.street());
        row.put("street_number", address.streetNumber());
        row.put("building_complement", address.buildingComplement());
        row.put("post_box", address.postBox());
        row.put("district", address.district());
        row.put("city", address.city());
        row.put("county", address.county());
        row.put("state", address.state());
        row.put("zip_code", address.zipCode());
        row.put("country", address.country());
        row.put("phone", address.phone());
        row.put("email", address.email());
        row.put("is_primary", address.primary());
        return row;
    }

    private static Map<String, @Nullable Object> row(Customer customer, Contact contact) {
        Map<String, @Nullable Object> row = partOf(customer, "contact_id", contact.id());
        row.put("type", contact.type());
        row.put("value", contact.value());
        row.put("marketing_consent", contact.marketingConsent());
        row.put("is_primary", contact.primary());
        return row;
    }

    private static Map<String, @Nullable Object> partOf(Customer customer, String column, UUID id) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(32);
        row.put("async_customer_id", customer.asyncCustomerId());
        row.put(column, id);
        row.put("created_at", customer.origin().createdAt());
        return row;
    }
}
