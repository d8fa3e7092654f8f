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

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;

import static io.counterpart.channel.customer.RowInsert.column;
import static io.counterpart.channel.customer.RowInsert.json;

/**
 * Inserts new customers with their parts: one statement for a customer, one round trip for all who have as many parts.
 * Taking a customer on is what people at a till wait for, and what is done most: through entities it cost twice the time of
 * the processor.
 */
@Repository
class NewCustomerRepository {

    private static final RowInsert<Customer> CUSTOMERS = new RowInsert<>(
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
                    column("creation_mode", origin(Origin::creationMode)),
                    column("async_reason", origin(Origin::asyncReason)),
                    column("created_in_channel", origin(Origin::createdInChannel)),
                    column("created_in_channel_database", origin(Origin::createdInChannelDatabase)),
                    column("created_at", origin(Origin::createdAt)),
                    column("account_number", progress(SyncProgress::accountNumber)),
                    column("sync_status", progress(SyncProgress::syncStatus)),
                    column("last_operation", progress(SyncProgress::lastOperation)),
                    column("applied_operation", progress(SyncProgress::appliedOperation)),
                    column("hq_version", progress(SyncProgress::hqVersion)),
                    column("uploaded_at", journey(Journey::uploadedAt)),
                    column("staged_at", journey(Journey::stagedAt)),
                    column("converted_at", journey(Journey::convertedAt)),
                    column("returned_at", journey(Journey::returnedAt)),
                    column("entry_hash", Customer::entryHash),
                    column("version", Customer::version)));

    private static final RowInsert<PartOf<Address>> ADDRESSES = new RowInsert<>(
            "customer_address",
            List.of(
                    column("async_customer_id", PartOf::id),
                    column("created_at", PartOf::createdAt),
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

    private static final RowInsert<PartOf<Contact>> CONTACTS = new RowInsert<>(
            "customer_contact",
            List.of(
                    column("async_customer_id", PartOf::id),
                    column("created_at", PartOf::createdAt),
                    column("contact_id", part(Contact::id)),
                    column("type", part(Contact::type)),
                    column("value", part(Contact::value)),
                    column("marketing_consent", part(Contact::marketingConsent)),
                    column("is_primary", part(Contact::primary))));

    private final JdbcTemplate jdbc;
    private final Map<Shape, String> statements = new ConcurrentHashMap<>();

    NewCustomerRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<CustomerWithParts> created) {
        created.stream().collect(Collectors.groupingBy(Shape::of)).forEach(this::insertWithParts);
        send(ADDRESSES, further(created, CustomerWithParts::addresses, Shape.MOST_ADDRESSES));
        send(CONTACTS, further(created, CustomerWithParts::contacts, Shape.MOST_CONTACTS));
    }

    private void insertWithParts(Shape shape, List<CustomerWithParts> customers) {
        String sql = statements.computeIfAbsent(shape, Shape::sql);
        jdbc.batchUpdate(sql, customers, customers.size(), (statement, each) -> {
            int bound = 0;
            for (Address address : each.addresses().subList(0, shape.addresses())) {
                bound = ADDRESSES.bind(statement, bound, new PartOf<>(each.customer(), address));
            }
            for (Contact contact : each.contacts().subList(0, shape.contacts())) {
                bound = CONTACTS.bind(statement, bound, new PartOf<>(each.customer(), contact));
            }
            CUSTOMERS.bind(statement, bound, each.customer());
        });
    }

    // However many rows, one round trip.
    private <T> void send(RowInsert<T> insert, List<T> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(insert.sql(1), rows, rows.size(), (statement, row) -> insert.bind(statement, 0, row));
        }
    }

    private static <P> List<PartOf<P>> further(
            List<CustomerWithParts> created, Function<CustomerWithParts, List<P>> parts, int first) {
        return created.stream()
                .flatMap(
                        each -> parts.apply(each).stream().skip(first).map(part -> new PartOf<>(each.customer(), part)))
                .toList();
    }

    private static Function<Customer, @Nullable Object> profile(Function<CustomerProfile, @Nullable Object> value) {
        return customer -> value.apply(customer.profile());
    }

    private static Function<Customer, @Nullable Object> identity(Function<ExternalIdentity, Object> value) {
        return customer -> customer.externalIdentity() == null ? null : value.apply(customer.externalIdentity());
    }

    private static Function<Customer, @Nullable Object> origin(Function<Origin, @Nullable Object> value) {
        return customer -> value.apply(customer.origin());
    }

    private static Function<Customer, @Nullable Object> progress(Function<SyncProgress, @Nullable Object> value) {
        return customer -> value.apply(customer.progress());
    }

    private static Function<Customer, @Nullable Object> journey(Function<Journey, @Nullable Object> value) {
        return customer -> value.apply(customer.journey());
    }

    private static <P> Function<PartOf<P>, @Nullable Object> part(Function<P, @Nullable Object> value) {
        return row -> value.apply(row.part());
    }

    /** An address or a contact, and the customer whose it is. */
    private record PartOf<P>(Customer customer, P part) {

        UUID id() {
            return customer.asyncCustomerId();
        }

        Instant createdAt() {
            return customer.origin().createdAt();
        }
    }

    /**
     * How many parts are inserted with their customer, by one statement. What few customers have more of follows: a
     * statement for every number of parts would fill PostgreSQL's memory with plans.
     */
    private record Shape(int addresses, int contacts) {

        private static final int MOST_ADDRESSES = 2;
        private static final int MOST_CONTACTS = 3;

        static Shape of(CustomerWithParts created) {
            return new Shape(
                    Math.min(MOST_ADDRESSES, created.addresses().size()),
                    Math.min(MOST_CONTACTS, created.contacts().size()));
        }

        // Foreign keys are looked at when the whole statement is done, so the parts may come first.
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
