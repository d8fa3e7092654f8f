package io.counterpart.channel.customer;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.ExternalIdentity;

/** The sequence of operations of each customer. Raises the version too, so that an edit that was read before is refused. */
@Repository
class SequenceRepository {

    private static final String NEXT = """
            update customer set last_operation = last_operation + 1, version = version + 1
            where async_customer_id = ?
            returning last_operation, account_number
            """;

    private static final String GIVE_IDENTITY = """
            update customer set identity_issuer = ?, identity_subject = ?
            where async_customer_id = ? and identity_issuer is null
            """;

    private final JdbcTemplate jdbc;

    SequenceRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty: there is no such customer any more. */
    Optional<Next> next(UUID asyncCustomerId) {
        return jdbc
                .query(
                        NEXT,
                        (row, n) -> new Next(row.getInt("last_operation"), row.getString("account_number")),
                        asyncCustomerId)
                .stream()
                .findFirst();
    }

    boolean giveIdentity(UUID asyncCustomerId, ExternalIdentity identity) {
        return jdbc.update(GIVE_IDENTITY, identity.issuer(), identity.subject(), asyncCustomerId) == 1;
    }

    /** The number of an operation, and what is known of the customer's account. */
    record Next(int number, @Nullable String accountNumber) {}
}
