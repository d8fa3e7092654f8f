package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.channel.persistence.InsertStatement;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;

import static io.counterpart.channel.persistence.InsertStatement.column;
import static io.counterpart.channel.persistence.InsertStatement.json;

/**
 * Inserts new customers with their parts: one statement per customer, one round trip for all customers with the same
 * number of parts. Registration is the most frequent operation and a user at a till waits for it; inserts through
 * entities took twice the CPU time.
 */
@Repository
class NewCustomerRepository {

    private static final InsertStatement<Customer> CUSTOMERS = new InsertStatement<>(
            "customer",
            List.of(
                    column("async_customer_id", Customer::asyncCustomerId),
                    column("type", profile(CustomerProfile::type)),
                    column("title", profile(CustomerProfile::title)),
                    column("first_name", profile(CustomerProfile::firstName)),
                    column("middle_name", profile(CustomerProfile::middleName)),
                    column("last_name", profile(CustomerProfile::lastName)),
                    column("organization_name", profile(CustomerProfile::organizationName)),
                    column("email", profile(CustomerProfile::email)),
                    column("phone", profile(CustomerProfile::phone)),
                    column("language", profile(CustomerProfile::language)),
                    column("currency_code", profile(CustomerProfile::currencyCode)),
                    column("customer_group", profile(CustomerProfile::customerGroup)),
                    column("receipt_option", profile(CustomerProfile::receiptOption)),
                    column("receipt_email", profile(CustomerProfile::receiptEmail)),
                    column("affiliations", Customer::affiliations),
                    json("attributes", Customer::attributes),
                    column("identity_issuer", identity(ExternalIdentity::issuer)),
                    column("identity_subject", identity(ExternalIdentity::subject)),
                    column("search_terms", Customer::searchTerms),
                    column("creation_mode", origin(CreationInfo::creationMode)),
                    column("async_reason", origin(CreationInfo::asyncReason)),
                    column("created_in_channel", origin(CreationInfo::createdInChannel)),
                    column("created_in_channel_database", origin(CreationInfo::createdInChannelDatabase)),
                    column("created_at", origin(CreationInfo::createdAt)),
                    column("account_number", progress(SyncState::accountNumber)),
                    column("sync_status", progress(SyncState::syncStatus)),
                    column("last_operation", progress(SyncState::lastOperation)),
                    column("applied_operation", progress(SyncState::appliedOperation)),
                    column("hq_version", progress(SyncState::hqVersion)),
                    column("uploaded_at", timeline(SyncTimeline::uploadedAt)),
                    column("staged_at", timeline(SyncTimeline::stagedAt)),
                    column("converted_at", timeline(SyncTimeline::convertedAt)),
                    column("returned_at", timeline(SyncTimeline::returnedAt)),
                    column("entry_hash", Customer::entryHash),
                    column("version", Customer::version)));

    private static final InsertStatement<CustomerPartRow<Address>> ADDRESSES = new InsertStatement<>(
            "customer_address",
            List.of(
                    column("async_customer_id", CustomerPartRow::id),
                    column("created_at", CustomerPartRow::createdAt),
                    column("address_id", part(Address::id)),
                    column("name", part(Address::name)),
                    column("purpose", part(Address::purpose)),
                    column("street", part(Address::street)),
                    column("street_number", part(Address::streetNumber)),
                    column("building_complement", part(Address::buildingComplement)),
                    column("post_box", part(Address::postBox)),
                    column("district", part(Address::district)),
                    column("city", part(Address::city)),
                    column("county", part(Address::county)),
                    column("state", part(Address::state)),
                    column("zip_code", part(Address::zipCode)),
                    column("country", part(Address::country)),
                    column("phone", part(Address::phone)),
                    column("email", part(Address::email)),
                    column("is_primary", part(Address::primary))));

    private static final InsertStatement<CustomerPartRow<Contact>> CONTACTS = new InsertStatement<>(
            "customer_contact",
            List.of(
                    column("async_customer_id", CustomerPartRow::id),
                    column("created_at", CustomerPartRow::createdAt),
                    column("contact_id", part(Contact::id)),
                    column("type", part(Contact::type)),
                    column("value", part(Contact::value)),
                    column("marketing_consent", part(Contact::marketingConsent)),
                    column("is_primary", part(Contact::primary))));

    private final JdbcTemplate jdbc;
    private final Map<PartCounts, String> statements = new ConcurrentHashMap<>();

    NewCustomerRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<CustomerAggregate> created) {
        created.stream().collect(Collectors.groupingBy(PartCounts::of)).forEach(this::insertWithParts);
        send(ADDRESSES, further(created, CustomerAggregate::addresses, PartCounts.MOST_ADDRESSES));
        send(CONTACTS, further(created, CustomerAggregate::contacts, PartCounts.MOST_CONTACTS));
    }

    private void insertWithParts(PartCounts shape, List<CustomerAggregate> customers) {
        String sql = statements.computeIfAbsent(shape, PartCounts::sql);
        jdbc.batchUpdate(sql, customers, customers.size(), (statement, each) -> {
            int bound = 0;
            for (Address address : each.addresses().subList(0, shape.addresses())) {
                bound = ADDRESSES.bind(statement, bound, new CustomerPartRow<>(each.customer(), address));
            }
            for (Contact contact : each.contacts().subList(0, shape.contacts())) {
                bound = CONTACTS.bind(statement, bound, new CustomerPartRow<>(each.customer(), contact));
            }
            CUSTOMERS.bind(statement, bound, each.customer());
        });
    }

    // One round trip for any number of rows.
    private <T> void send(InsertStatement<T> insert, List<T> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(insert.sql(1), rows, rows.size(), (statement, row) -> insert.bind(statement, 0, row));
        }
    }

    private static <P> List<CustomerPartRow<P>> further(
            List<CustomerAggregate> created, Function<CustomerAggregate, List<P>> parts, int first) {
        return created.stream()
                .flatMap(each -> parts.apply(each).stream()
                        .skip(first)
                        .map(part -> new CustomerPartRow<>(each.customer(), part)))
                .toList();
    }

    private static Function<Customer, @Nullable Object> profile(Function<CustomerProfile, @Nullable Object> value) {
        return customer -> value.apply(customer.profile());
    }

    private static Function<Customer, @Nullable Object> identity(Function<ExternalIdentity, Object> value) {
        return customer -> customer.externalIdentity() == null ? null : value.apply(customer.externalIdentity());
    }

    private static Function<Customer, @Nullable Object> origin(Function<CreationInfo, @Nullable Object> value) {
        return customer -> value.apply(customer.origin());
    }

    private static Function<Customer, @Nullable Object> progress(Function<SyncState, @Nullable Object> value) {
        return customer -> value.apply(customer.progress());
    }

    private static Function<Customer, @Nullable Object> timeline(Function<SyncTimeline, @Nullable Object> value) {
        return customer -> value.apply(customer.timeline());
    }

    private static <P> Function<CustomerPartRow<P>, @Nullable Object> part(Function<P, @Nullable Object> value) {
        return row -> value.apply(row.part());
    }

    /** An address or a contact together with its customer. */
    private record CustomerPartRow<P>(Customer customer, P part) {

        UUID id() {
            return customer.asyncCustomerId();
        }

        Instant createdAt() {
            return customer.origin().createdAt();
        }
    }

    /**
     * The number of parts that are inserted with their customer by one statement. Further parts, which few customers
     * have, are inserted afterwards: a statement for every number of parts would fill PostgreSQL's memory with plans.
     */
    private record PartCounts(int addresses, int contacts) {

        private static final int MOST_ADDRESSES = 2;
        private static final int MOST_CONTACTS = 3;

        static PartCounts of(CustomerAggregate created) {
            return new PartCounts(
                    Math.min(MOST_ADDRESSES, created.addresses().size()),
                    Math.min(MOST_CONTACTS, created.contacts().size()));
        }

        // Foreign keys are checked at the end of the whole statement, so the parts may come first.
        String sql() {
            var parts = new ArrayList<String>();
            if (addresses > 0) {
                parts.add("a as (" + ADDRESSES.sql(addresses) + ")");
            }
            if (contacts > 0) {
                parts.add("c as (" + CONTACTS.sql(contacts) + ")");
            }
            String with = parts.isEmpty() ? "" : "with " + String.join(", ", parts) + " ";
            return with + CUSTOMERS.sql(1);
        }
    }
}
