package io.counterpart.hq.master;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.support.web.StrictUuid;

/** Reads many customers with all their parts in up to three statements. */
@Repository
class CustomerReadRepository {

    // Locked in the order of their IDs, so that transactions with the same customers cannot deadlock.
    private static final String LOCK = """
            select asked.id as asked, customer.*,
              array(select alias from customer_alias where async_customer_id = customer.async_customer_id) as aliases
            from unnest(:ids::uuid[]) as asked (id)
            left join customer_alias on customer_alias.alias = asked.id
            join customer on customer.async_customer_id = coalesce(customer_alias.async_customer_id, asked.id)
            order by customer.async_customer_id
            for update of customer
            """;

    private static final String READ = """
            select customer.async_customer_id as asked, customer.*,
              array(select alias from customer_alias where async_customer_id = customer.async_customer_id) as aliases
            from customer
            where async_customer_id = any(:ids)
            """;

    private static final String ADDRESSES = """
            select * from customer_address
            where async_customer_id = any(:ids) and valid_to = 'infinity'
            order by async_customer_id, valid_from, address_id
            """;

    private static final String CONTACTS = """
            select * from customer_contact where async_customer_id = any(:ids) order by async_customer_id, contact_id
            """;

    private static final String NEXT = """
            select async_customer_id from customer where async_customer_id > :after order by async_customer_id limit :limit
            """;

    // A key that is not a UUID is an account number.
    private static final String IDS = """
            select async_customer_id from customer
            where account_number = any(:keys) or async_customer_id = any(:ids::uuid[])
            union
            select async_customer_id from customer_number_alias where account_number = any(:keys)
            union
            select async_customer_id from customer_alias where alias = any(:ids::uuid[])
            """;

    private static final String NUMBERS = """
            select account_number, async_customer_id from customer_number_alias
            where async_customer_id = any(:ids) or account_number = any(:numbers)
            """;

    // By the aliases of the survivor: a survivor may have been merged again.
    private static final String MERGED = """
            select published from customer_merge
            where undone_at is null
              and merged in (select alias from customer_alias where async_customer_id = any(:ids))
            """;

    private static final String IDENTITY_OWNERS = """
            select identity_issuer, identity_subject, async_customer_id
            from customer
            where (identity_issuer, identity_subject) in (select * from unnest(:issuers::text[], :subjects::text[]))
            """;

    private final JdbcClient jdbc;
    private final CustomerRowMapper mapping;
    private final MessageJson json;

    CustomerReadRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.mapping = new CustomerRowMapper(json);
        this.json = json;
    }

    /** By the requested ID, which may be an alias. */
    Map<UUID, MasterCustomer> lock(Collection<UUID> ids) {
        return read(LOCK, ids);
    }

    List<UUID> next(UUID after, int limit) {
        return jdbc.sql(NEXT)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    List<UUID> ids(Collection<String> keys) {
        return jdbc.sql(IDS)
                .param("keys", keys.toArray(String[]::new))
                .param("ids", keys.stream().filter(StrictUuid::matches).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /** The account numbers of merged customers, with the customer to which each leads. */
    Map<String, UUID> mergedNumbers(Collection<UUID> survivors, Collection<String> numbers) {
        var found = new HashMap<String, UUID>();
        jdbc.sql(NUMBERS)
                .param("ids", survivors.toArray(UUID[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return found;
    }

    /** The published snapshots of the customers that were merged into these. */
    List<CustomerSnapshot> merged(Collection<UUID> survivors) {
        return jdbc.sql(MERGED).param("ids", survivors.toArray(UUID[]::new)).query(String.class).list().stream()
                .map(it -> json.read(it, CustomerSnapshot.class))
                .toList();
    }

    Map<UUID, MasterCustomer> read(Collection<UUID> ids) {
        return read(READ, ids);
    }

    Map<ExternalIdentity, UUID> findIdentityOwners(Collection<ExternalIdentity> identities) {
        var taken = new HashMap<ExternalIdentity, UUID>();
        jdbc.sql(IDENTITY_OWNERS)
                .param(
                        "issuers",
                        identities.stream().map(ExternalIdentity::issuer).toArray(String[]::new))
                .param(
                        "subjects",
                        identities.stream().map(ExternalIdentity::subject).toArray(String[]::new))
                .query(row -> {
                    taken.put(new ExternalIdentity(row.getString(1), row.getString(2)), row.getObject(3, UUID.class));
                });
        return taken;
    }

    private Map<UUID, MasterCustomer> read(String sql, Collection<UUID> ids) {
        var found = new LinkedHashMap<UUID, MasterCustomer>();
        jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            found.put(row.getObject("asked", UUID.class), mapping.customer(row));
        });
        return found.isEmpty() ? found : withParts(found);
    }

    private Map<UUID, MasterCustomer> withParts(Map<UUID, MasterCustomer> found) {
        UUID[] ids =
                found.values().stream().map(MasterCustomer::asyncCustomerId).toArray(UUID[]::new);
        Map<UUID, List<Address>> addresses = parts(ADDRESSES, ids, mapping::address);
        Map<UUID, List<Contact>> contacts = parts(CONTACTS, ids, mapping::contact);
        found.replaceAll((asked, customer) -> CustomerRowMapper.withParts(
                customer,
                addresses.getOrDefault(customer.asyncCustomerId(), List.of()),
                contacts.getOrDefault(customer.asyncCustomerId(), List.of())));
        return found;
    }

    private <T> Map<UUID, List<T>> parts(String sql, UUID[] ids, PartMapper<T> mapper) {
        var parts = new HashMap<UUID, List<T>>();
        jdbc.sql(sql).param("ids", ids).query(row -> {
            parts.computeIfAbsent(row.getObject("async_customer_id", UUID.class), id -> new ArrayList<>())
                    .add(mapper.map(row));
        });
        return parts;
    }

    /** Maps one part from a row. */
    private interface PartMapper<T> {

        T map(ResultSet row) throws SQLException;
    }
}
