package io.counterpart.hq.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds customers; says only which, the parts are read in bulk. */
@Repository
class CustomerSearchRepository {

    // Every word has to be somewhere: in a name, an email, the account number, or as digits in a phone.
    private static final String SEARCH = """
            select customer.async_customer_id
            from customer
            cross join lateral (
              select concat_ws(' ', first_name, middle_name, last_name, organization_name, email, account_number,
                regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'),
                (select string_agg(value || ' ' || regexp_replace(value, '[^0-9]', '', 'g'), ' ')
                  from customer_contact where customer_contact.async_customer_id = customer.async_customer_id)) as text
            ) as content
            where account_number > :after
              and not exists (select from unnest(:words::text[]) as word where content.text not ilike word)
            order by account_number
            limit :limit
            """;

    private static final String BY_NUMBER = "select async_customer_id from customer where account_number = :number";

    private static final String BY_ALIAS = "select async_customer_id from customer_alias where alias = :alias";

    private final JdbcClient jdbc;

    CustomerSearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> search(List<String> patterns, @Nullable String after, int limit) {
        return jdbc.sql(SEARCH)
                .param("after", after == null ? "" : after)
                .param("words", patterns.toArray(String[]::new))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    Optional<UUID> byNumber(String accountNumber) {
        return jdbc.sql(BY_NUMBER)
                .param("number", accountNumber)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> byAlias(UUID alias) {
        return jdbc.sql(BY_ALIAS).param("alias", alias).query(UUID.class).optional();
    }
}
