package io.counterpart.channel.download;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The statements for customers that HQ merged into others, and for those whose merge HQ undid. */
@Repository
class MergedCustomerRepository {

    // A creation that HQ linked while the channel waited has the number of the customer to which it was linked.
    private static final String WITH_OTHER_NUMBER = """
            select customer.async_customer_id
            from unnest(?::uuid[], ?::text[]) as linked (alias, number)
            join customer on customer.async_customer_id = linked.alias
            where customer.account_number <> linked.number
            """;

    private static final String LEAD = """
            insert into customer_alias (alias, async_customer_id)
            select * from unnest(?::text[], ?::uuid[])
            on conflict (alias) do update set async_customer_id = excluded.async_customer_id
            """;

    private static final String RELEASE = "delete from customer_alias where alias = any(?) returning alias";

    // Operations that were made here before the merge arrived: the next one follows them.
    private static final String CONTINUE = """
            update customer set last_operation = greatest(last_operation, (
              select max(o.aggregateversion)::integer from async_operation o
              where o.aggregateid = customer.async_customer_id::text))
            where async_customer_id = any(?::uuid[])
            """;

    private final JdbcTemplate jdbc;

    MergedCustomerRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The customers among these that are stored here with another account number than the given one. */
    Set<UUID> withOtherNumber(Map<UUID, String> numbers) {
        return numbers.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.queryForList(
                        WITH_OTHER_NUMBER,
                        UUID.class,
                        texts(numbers.keySet()),
                        numbers.values().toArray(String[]::new)));
    }

    /** IDs and account numbers lead to these customers from now on. */
    void lead(Map<String, UUID> aliases) {
        var ordered = new TreeMap<>(aliases);
        jdbc.update(LEAD, ordered.keySet().toArray(String[]::new), texts(ordered.values()));
    }

    /** Returns those that led to a customer until now. */
    Set<String> release(Collection<String> aliases) {
        return aliases.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.queryForList(RELEASE, String.class, (Object) aliases.toArray(String[]::new)));
    }

    void continueNumbers(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.update(CONTINUE, (Object) texts(ids));
        }
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
