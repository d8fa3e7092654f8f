package io.counterpart.channel.accountnumber;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Finds the customers with a result from HQ: an account number, a failure, or a link to another customer. */
@Repository
class AccountNumberRepository implements AwaitedResults {

    private static final String WITH_RESULT = """
            select async_customer_id from customer
            where async_customer_id = any(?::uuid[]) and (account_number is not null or sync_status = 'SYNC_FAILED')
            union all
            select alias::uuid from customer_alias where alias = any(?)
            """;

    private final JdbcTemplate jdbc;

    AccountNumberRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<UUID> findAnsweredAmong(Collection<UUID> ids) {
        String[] texts = ids.stream().map(UUID::toString).toArray(String[]::new);
        return jdbc.queryForList(WITH_RESULT, UUID.class, texts, texts);
    }
}
