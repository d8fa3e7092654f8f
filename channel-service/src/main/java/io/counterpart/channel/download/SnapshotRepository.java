package io.counterpart.channel.download;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;

/** The statements of 1010, each for a whole batch: their number does not depend on the number of customers. */
@Repository
class SnapshotRepository {

    private static final int UUID_LENGTH = 36;

    // Locked in a fixed order, so that two batches with the same customers wait for each other and never deadlock.
    private static final String LOCK = """
            select async_customer_id, hq_version, account_number is not null as has_number, last_operation,
              case when sync_status = 'SYNC_FAILED' then coalesce(last_sync_error, '') end as refusal,
              erased_at is not null as erased
            from customer
            where async_customer_id = any(?::uuid[])
            order by async_customer_id
            for no key update
            """;

    private static final String EDITS = """
            select o.payload
            from unnest(?::text[], ?::bigint[]) as pending (id, applied)
            join async_operation o
              on o.aggregateid = pending.id and o.aggregateversion > pending.applied and o.type <> 'CREATE_CUSTOMER'
            """;

    private static final String ALIASES = """
            insert into customer_alias (alias, async_customer_id)
            select * from unnest(?::text[], ?::uuid[])
            on conflict (alias) do nothing
            """;

    private static final String NOTES = """
            update customer_note
            set async_customer_id = linked.owner
            from unnest(?::uuid[], ?::uuid[]) as linked (alias, owner)
            where customer_note.async_customer_id = linked.alias
            """;

    private static final String LINKED = "select alias from customer_alias where alias = any(?)";

    // A pending customer and the customer that HQ linked it to arrive on different partitions: on two threads, in any
    // order.
    private static final String ORDERED = "select pg_advisory_xact_lock(hashtext('linked'))::text";

    private static final String REMOVE_CUSTOMERS =
            "delete from customer where async_customer_id = any(?::uuid[]) returning async_customer_id";

    // HQ decides which customer has a sign-in; another customer here that has it loses only the sign-in.
    private static final String FREE_IDENTITIES = """
            update customer c
            set identity_issuer = null, identity_subject = null, version = c.version + 1
            from unnest(?::text[], ?::text[], ?::uuid[]) as s (issuer, subject, owner)
            where c.identity_issuer = s.issuer and c.identity_subject = s.subject and c.async_customer_id <> s.owner
            """;

    private final JdbcTemplate jdbc;
    private final PartRepository parts;

    SnapshotRepository(JdbcTemplate jdbc, PartRepository parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    Map<UUID, StoredCustomer> lock(Collection<UUID> ids) {
        return jdbc
                .query(
                        LOCK,
                        (row, n) -> new StoredCustomer(
                                row.getObject("async_customer_id", UUID.class),
                                row.getLong("hq_version"),
                                row.getBoolean("has_number"),
                                row.getInt("last_operation"),
                                row.getString("refusal"),
                                row.getBoolean("erased")),
                        (Object) texts(ids, UUID::toString))
                .stream()
                .collect(Collectors.toMap(StoredCustomer::id, known -> known));
    }

    void updateState(List<ReceivedSnapshot> arrived) {
        update(UnnestUpdateStatement.STATE, arrived);
    }

    void updateWhole(List<ReceivedSnapshot> arrived) {
        update(UnnestUpdateStatement.WHOLE, arrived);
    }

    /**
     * The edits that HQ had not applied, by async customer id; the argument is the last operation that HQ had applied.
     */
    Map<UUID, List<CustomerOperation>> editsAfter(Map<UUID, Integer> applied) {
        if (applied.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .query(
                        EDITS,
                        (row, n) -> MessageJson.read(row.getString("payload"), CustomerOperation.class),
                        texts(applied.keySet(), UUID::toString),
                        applied.values().stream().map(Integer::longValue).toArray(Long[]::new))
                .stream()
                .collect(Collectors.groupingBy(CustomerOperation::asyncCustomerId));
    }

    void addAliases(Map<String, UUID> aliases) {
        if (!aliases.isEmpty()) {
            var ordered = new TreeMap<>(aliases);
            jdbc.update(ALIASES, texts(ordered.keySet(), alias -> alias), texts(ordered.values(), UUID::toString));
            moveNotes(ordered);
        }
    }

    // Account numbers are aliases too, and the usual ones.
    private void moveNotes(Map<String, UUID> aliases) {
        var linked = new TreeMap<>(aliases);
        linked.keySet().removeIf(alias -> alias.length() != UUID_LENGTH);
        if (!linked.isEmpty()) {
            jdbc.update(NOTES, texts(linked.keySet(), alias -> alias), texts(linked.values(), UUID::toString));
        }
    }

    /** Deletes the addresses and contacts of the customers, and returns them by customer. */
    Map<UUID, Set<Object>> removeParts(Collection<UUID> ids) {
        return parts.remove(ids);
    }

    /**
     * Returns the customers that HQ linked to others; no other transaction links any until the caller's transaction
     * ends.
     */
    Set<UUID> linked(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        jdbc.queryForObject(ORDERED, String.class);
        return jdbc.queryForList(LINKED, String.class, (Object) texts(ids, UUID::toString)).stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    /**
     * Deletes customers that HQ linked to others, so that they are not shown twice; they remain as aliases. Returns
     * those that were stored here.
     */
    Set<UUID> removeLinked(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        parts.remove(ids);
        return Set.copyOf(jdbc.queryForList(REMOVE_CUSTOMERS, UUID.class, (Object) texts(ids, UUID::toString)));
    }

    void freeIdentities(List<ReceivedSnapshot> arrived) {
        Map<UUID, ExternalIdentity> identities = new HashMap<>();
        for (ReceivedSnapshot each : arrived) {
            ExternalIdentity identity = each.content().externalIdentity();
            if (identity != null) {
                identities.put(each.snapshot().asyncCustomerId(), identity);
            }
        }
        if (!identities.isEmpty()) {
            jdbc.update(
                    FREE_IDENTITIES,
                    texts(identities.values(), ExternalIdentity::issuer),
                    texts(identities.values(), ExternalIdentity::subject),
                    texts(identities.keySet(), UUID::toString));
        }
    }

    private void update(UnnestUpdateStatement update, List<ReceivedSnapshot> arrived) {
        if (!arrived.isEmpty()) {
            jdbc.update(connection -> update.bind(connection, arrived));
        }
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
