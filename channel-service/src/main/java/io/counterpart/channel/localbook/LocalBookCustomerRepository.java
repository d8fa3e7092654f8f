package io.counterpart.channel.localbook;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.channel.localbook.LocalBookCustomer.ShortAddress;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.SyncStatus;

/** Reads the customers of a page with their parts, in one statement. */
@Repository
class LocalBookCustomerRepository {

    private static final String FIND = """
            select c.async_customer_id, c.account_number, c.sync_status, c.type, c.title, c.first_name, c.middle_name,
              c.last_name, c.organization_name, c.email, c.phone, c.blocked, c.version,
              contact.emails, array_remove(array_append(contact.phones, c.mobile), null) as phones, card.numbers,
              home.address_id, home.street, home.street_number, home.zip_code, home.city, home.state, home.country
            from customer c
            left join lateral (
              select
                array_agg(k.value order by k.is_primary desc, k.contact_id) filter (where k.type = 'EMAIL') as emails,
                array_agg(k.value order by k.is_primary desc, k.contact_id) filter (where k.type = 'PHONE') as phones
              from customer_contact k
              where k.async_customer_id = c.async_customer_id) as contact on true
            left join lateral (
              select array_agg(l.card_number order by l.issued_at, l.card_number) as numbers
              from loyalty_card l
              where l.async_customer_id = c.async_customer_id) as card on true
            left join lateral (
              select a.address_id, a.street, a.street_number, a.zip_code, a.city, a.state, a.country
              from customer_address a
              where a.async_customer_id = c.async_customer_id and a.is_primary
              limit 1) as home on true
            where c.async_customer_id = any(cast(:ids as uuid[]))
            order by c.async_customer_id
            """;

    private final JdbcClient jdbc;

    LocalBookCustomerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Omits a customer that was removed since its id was read: the next round reports it. */
    List<LocalBookCustomer> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(FIND)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> customer(row))
                .list();
    }

    private static LocalBookCustomer customer(ResultSet row) throws SQLException {
        return new LocalBookCustomer(
                row.getObject("async_customer_id", UUID.class),
                row.getString("account_number"),
                SyncStatus.valueOf(row.getString("sync_status")),
                CustomerType.valueOf(row.getString("type")),
                row.getString("title"),
                row.getString("first_name"),
                row.getString("middle_name"),
                row.getString("last_name"),
                row.getString("organization_name"),
                row.getString("email"),
                row.getString("phone"),
                texts(row.getArray("emails")),
                texts(row.getArray("phones")),
                address(row),
                texts(row.getArray("numbers")),
                row.getBoolean("blocked"),
                row.getLong("version"));
    }

    private static @Nullable ShortAddress address(ResultSet row) throws SQLException {
        UUID id = row.getObject("address_id", UUID.class);
        return id == null
                ? null
                : new ShortAddress(
                        id,
                        row.getString("street"),
                        row.getString("street_number"),
                        row.getString("zip_code"),
                        row.getString("city"),
                        row.getString("state"),
                        row.getString("country"));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
