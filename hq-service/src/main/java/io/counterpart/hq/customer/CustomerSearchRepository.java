package io.counterpart.hq.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.search.SearchQuery;

/** Finds customers; says only which, the parts are read in bulk. */
@Repository
class CustomerSearchRepository {

    // Ordered by the primary key, so that a query that fits many walks the key and stops after a page, and one that
    // fits
    // few sorts few. The newest first, as far as ids tell.
    private static final String SEARCH = """
            select async_customer_id
            from customer
            where (array_to_tsvector(search_terms) @@ cast(:terms as tsquery)
                or account_number = :number
                or async_customer_id = :id
                or async_customer_id = (select async_customer_id from customer_alias where alias = :id))
              and async_customer_id < :before
            order by async_customer_id desc
            limit :limit
            """;

    private static final String BY_NUMBER = "select async_customer_id from customer where account_number = :number";

    private static final String BY_ALIAS = "select async_customer_id from customer_alias where alias = :alias";

    private final JdbcClient jdbc;

    CustomerSearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> search(SearchQuery query, UUID asyncCustomerId, UUID before, int limit) {
        return jdbc.sql(SEARCH)
                .param("terms", query.tsquery())
                .param("number", query.typed().toUpperCase(Locale.ROOT))
                .param("id", asyncCustomerId)
                .param("before", before)
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
