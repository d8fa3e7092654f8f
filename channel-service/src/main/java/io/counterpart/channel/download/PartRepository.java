package io.counterpart.channel.download;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;

/**
 * Deletes addresses and contacts that are to be replaced, and returns them, so that no further statement has to compare
 * them.
 */
@Repository
class PartRepository {

    private static final String REMOVE_ADDRESSES =
            "delete from customer_address where async_customer_id = any(?::uuid[]) returning *";
    private static final String REMOVE_CONTACTS =
            "delete from customer_contact where async_customer_id = any(?::uuid[]) returning *";

    private final JdbcTemplate jdbc;

    PartRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Set<Object>> remove(Collection<UUID> customers) {
        Map<UUID, Set<Object>> removed = new HashMap<>();
        if (!customers.isEmpty()) {
            Object ids = customers.stream().map(UUID::toString).toArray(String[]::new);
            remove(REMOVE_ADDRESSES, ids, PartRepository::address, removed);
            remove(REMOVE_CONTACTS, ids, PartRepository::contact, removed);
        }
        return removed;
    }

    private <T> void remove(String sql, Object ids, RowMapper<T> part, Map<UUID, Set<Object>> into) {
        jdbc.query(
                sql,
                row -> {
                    UUID customer = row.getObject("async_customer_id", UUID.class);
                    T removed = part.mapRow(row, 0);
                    if (removed != null) {
                        into.computeIfAbsent(customer, id -> new HashSet<>()).add(removed);
                    }
                },
                ids);
    }

    private static Address address(ResultSet row, int number) throws SQLException {
        return new Address(
                row.getObject("address_id", UUID.class),
                row.getString("name"),
                AddressPurpose.valueOf(row.getString("purpose")),
                row.getString("street"),
                row.getString("street_number"),
                row.getString("building_complement"),
                row.getString("post_box"),
                row.getString("district"),
                row.getString("city"),
                row.getString("county"),
                row.getString("state"),
                row.getString("zip_code"),
                row.getString("country"),
                row.getString("phone"),
                row.getString("email"),
                row.getBoolean("is_primary"));
    }

    private static Contact contact(ResultSet row, int number) throws SQLException {
        Timestamp consent = row.getTimestamp("consent_at");
        return new Contact(
                row.getObject("contact_id", UUID.class),
                ContactType.valueOf(row.getString("type")),
                row.getString("value"),
                row.getBoolean("marketing_consent"),
                row.getBoolean("is_primary"),
                consent == null ? null : consent.toInstant(),
                row.getString("consent_source"),
                row.getString("consent_text"));
    }
}
