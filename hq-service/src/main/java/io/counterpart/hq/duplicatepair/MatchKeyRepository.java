package io.counterpart.hq.duplicatepair;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers share, for any number of customers in one statement. */
@Repository
class MatchKeyRepository {

    private static final String READ = """
            select async_customer_id, version, type, first_name, middle_name, last_name, organization_name, email, phone,
              blocked,
              (select string_agg(distinct address.zip_code, chr(10)) from customer_address as address
               where address.async_customer_id = customer.async_customer_id and address.valid_to = 'infinity') as zip_codes
            from customer
            where async_customer_id = any(:ids)
            """;

    private static final String DELETE = """
            with deleted as (delete from duplicate_key where async_customer_id = any(:ids) returning key)
            select distinct key from deleted
            """;

    private static final String INSERT = """
            insert into duplicate_key (key, async_customer_id, reason)
            select * from unnest(:keys::bigint[], :customers::uuid[], :reasons::text[])
            on conflict do nothing
            """;

    private static final String STORE_VERSIONS = """
            insert into duplicate_scan_customer (async_customer_id, version)
            select * from unnest(:ids::uuid[], :versions::bigint[])
            on conflict (async_customer_id) do update set version = excluded.version
            """;

    private static final String FORGET = "delete from duplicate_scan_customer where async_customer_id = any(:ids)";

    private static final String MEMBERS = """
            select distinct async_customer_id from duplicate_key where key = any(:keys)
            """;

    private static final String CANDIDATES = """
            select distinct least(mine.async_customer_id, other.async_customer_id) as first_customer,
              greatest(mine.async_customer_id, other.async_customer_id) as second_customer
            from duplicate_key as mine
            join duplicate_key as other on other.key = mine.key and other.async_customer_id <> mine.async_customer_id
            where mine.async_customer_id = any(:ids)
              and not exists (select from duplicate_group as large where large.key = mine.key)
            """;

    private final JdbcClient jdbc;

    MatchKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Unknown IDs are omitted. */
    List<ComparedCustomer> read(Collection<UUID> ids) {
        return jdbc.sql(READ)
                .param("ids", ids.toArray(UUID[]::new))
                .query(ComparedCustomer.class)
                .list();
    }

    /** Returns the keys that the customers had. */
    List<Long> delete(Collection<UUID> customers) {
        return jdbc.sql(DELETE)
                .param("ids", customers.toArray(UUID[]::new))
                .query(Long.class)
                .list();
    }

    void insert(List<MatchKey> keys) {
        jdbc.sql(INSERT)
                .param("keys", keys.stream().map(MatchKey::key).toArray(Long[]::new))
                .param("customers", keys.stream().map(MatchKey::customer).toArray(UUID[]::new))
                .param("reasons", keys.stream().map(key -> key.reason().name()).toArray(String[]::new))
                .update();
    }

    void storeVersions(List<ComparedCustomer> customers) {
        jdbc.sql(STORE_VERSIONS)
                .param("ids", of(customers, ComparedCustomer::asyncCustomerId).toArray(UUID[]::new))
                .param("versions", of(customers, ComparedCustomer::version).toArray(Long[]::new))
                .update();
    }

    void forget(Collection<UUID> customers) {
        jdbc.sql(FORGET).param("ids", customers.toArray(UUID[]::new)).update();
    }

    /** The customers that have one of these keys. */
    List<UUID> members(Collection<Long> keys) {
        return jdbc.sql(MEMBERS)
                .param("keys", keys.toArray(Long[]::new))
                .query(UUID.class)
                .list();
    }

    /** The pairs of these customers, with each other and with others, that share a key which is not that of a group. */
    List<CustomerPair> candidates(Collection<UUID> customers) {
        return jdbc.sql(CANDIDATES)
                .param("ids", customers.toArray(UUID[]::new))
                .query(CustomerPair.class)
                .list();
    }

    private static <T> List<T> of(List<ComparedCustomer> customers, Function<ComparedCustomer, T> value) {
        return customers.stream().map(value).toList();
    }

    /** Two customers in the order of the database. */
    record CustomerPair(UUID firstCustomer, UUID secondCustomer) {}
}
