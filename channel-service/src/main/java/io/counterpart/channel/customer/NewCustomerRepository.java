package io.counterpart.channel.customer;

import java.sql.PreparedStatement;
import java.sql.SQLException;
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

import io.counterpart.channel.persistence.ContentColumns;
import io.counterpart.channel.persistence.InsertStatement;
import io.counterpart.channel.persistence.InsertStatement.Column;
import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.messaging.log.CompanionStatement;

import static io.counterpart.channel.persistence.InsertStatement.column;
import static io.counterpart.channel.persistence.InsertStatement.json;

/**
 * Inserts new customers with their parts: one statement per customer, one round trip for all customers with the same
 * number of parts. Registration is the most frequent operation and a user at a till waits for it; inserts through
 * entities took twice the CPU time.
 */
@Repository
class NewCustomerRepository {

    private static final InsertStatement<Customer> CUSTOMERS = customers();
    private static final InsertStatement<CustomerPartRow<Address>> ADDRESSES =
            parts("customer_address", ContentColumns.ADDRESS);
    private static final InsertStatement<CustomerPartRow<Contact>> CONTACTS =
            parts("customer_contact", ContentColumns.CONTACT);

    private final JdbcTemplate jdbc;
    private final Map<PartCounts, String> statements = new ConcurrentHashMap<>();

    NewCustomerRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<CustomerAggregate> created) {
        created.stream().collect(Collectors.groupingBy(PartCounts::of)).forEach(this::insertWithParts);
        insertFurtherParts(created);
    }

    /** The statement that inserts one customer, to be executed together with another one. */
    CompanionStatement insertionOf(CustomerAggregate created) {
        PartCounts shape = PartCounts.of(created);
        return new CompanionStatement(
                statements.computeIfAbsent(shape, PartCounts::sql),
                (statement, others) -> bind(statement, others, shape, created));
    }

    /** Inserts the parts that the statement for the customer does not contain. */
    void insertFurtherParts(List<CustomerAggregate> created) {
        send(ADDRESSES, further(created, CustomerAggregate::addresses, PartCounts.MOST_ADDRESSES));
        send(CONTACTS, further(created, CustomerAggregate::contacts, PartCounts.MOST_CONTACTS));
    }

    private void insertWithParts(PartCounts shape, List<CustomerAggregate> customers) {
        String sql = statements.computeIfAbsent(shape, PartCounts::sql);
        jdbc.batchUpdate(sql, customers, customers.size(), (statement, each) -> bind(statement, 0, shape, each));
    }

    private static void bind(PreparedStatement statement, int others, PartCounts shape, CustomerAggregate each)
            throws SQLException {
        int bound = others;
        for (Address address : each.addresses().subList(0, shape.addresses())) {
            bound = ADDRESSES.bind(statement, bound, new CustomerPartRow<>(each.customer(), address));
        }
        for (Contact contact : each.contacts().subList(0, shape.contacts())) {
            bound = CONTACTS.bind(statement, bound, new CustomerPartRow<>(each.customer(), contact));
        }
        CUSTOMERS.bind(statement, bound, each.customer());
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

    private static InsertStatement<Customer> customers() {
        var columns = new ArrayList<Column<Customer>>();
        columns.add(column("async_customer_id", Customer::asyncCustomerId));
        ContentColumns.PROFILE.forEach(it -> columns.add(it.in(Customer::profile)));
        columns.addAll(List.of(
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
        return new InsertStatement<>("customer", columns);
    }

    private static <P> InsertStatement<CustomerPartRow<P>> parts(String table, List<Column<P>> ofPart) {
        var columns = new ArrayList<Column<CustomerPartRow<P>>>();
        columns.add(column("async_customer_id", CustomerPartRow::id));
        columns.add(column("created_at", CustomerPartRow::createdAt));
        ofPart.forEach(it -> columns.add(it.in(CustomerPartRow<P>::part)));
        return new InsertStatement<>(table, columns);
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
