package io.counterpart.hq.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.search.Folding;
import io.counterpart.contract.search.HitsQuery;
import io.counterpart.contract.search.NewestHitsQuery;
import io.counterpart.contract.search.SearchQuery;

/** Finds the IDs of customers; their parts are read in bulk afterwards. */
@Repository
class CustomerSearchRepository {

    // Newest first, according to the time in the IDs.
    private static final String SEARCH = "with " + NewestHitsQuery.WITH + """
            select f.async_customer_id from (
              select h.async_customer_id from hit h
              union select c.async_customer_id from customer c where c.account_number = :number
              union select n.async_customer_id from customer_number_alias n where n.account_number = :number
              union select c.async_customer_id from customer c where c.async_customer_id = :id
              union select a.async_customer_id from customer_alias a where a.alias = :id) f
            where f.async_customer_id < :before
            order by f.async_customer_id desc
            limit :enough
            """;

    private static final String HITS = "with " + NewestHitsQuery.WITH + """
            select h.async_customer_id from hit h order by h.async_customer_id desc limit :enough
            """;

    // Among the newest customers that match the rest: no index of postal codes, which would cost every conversion.
    private static final String SEARCH_IN_POSTCODE = "with " + NewestHitsQuery.WITH + """
            select n.async_customer_id from (
              select h.async_customer_id from hit h
              where h.async_customer_id < :before
              order by h.async_customer_id desc
              limit :enough) n
            where exists (
              select from customer_address a
              where a.async_customer_id = n.async_customer_id and a.valid_to = 'infinity'
                and translate(upper(a.zip_code), ' -', '') = :postcode)
            order by n.async_customer_id desc
            limit :limit
            """;
    private static final int CANDIDATES_IN_POSTCODE = 1000;

    private static final String BY_CARD = "select async_customer_id from loyalty_card where card_number = :card";

    // Or the number of a merged customer.
    private static final String BY_NUMBER = """
            select async_customer_id from customer where account_number = :number
            union
            select async_customer_id from customer_number_alias where account_number = :number
            """;

    private static final String BY_ALIAS = "select async_customer_id from customer_alias where alias = :alias";

    private static final UUID FROM_THE_START = new UUID(-1, -1);

    private final JdbcClient jdbc;

    CustomerSearchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> search(SearchQuery query, UUID asyncCustomerId, UUID before, int limit) {
        return jdbc.sql(SEARCH)
                .param("picking", query.picking())
                .param("terms", query.tsquery())
                .param("number", query.typed().toUpperCase(Locale.ROOT))
                .param("id", asyncCustomerId)
                .param("before", before)
                .param("enough", limit)
                .query(UUID.class)
                .list();
    }

    /** The newest ones. */
    List<UUID> search(HitsQuery hits, int limit) {
        return jdbc.sql(HITS)
                .param("picking", hits.picking())
                .param("terms", hits.terms())
                .param("before", FROM_THE_START)
                .param("enough", limit)
                .query(UUID.class)
                .list();
    }

    List<UUID> searchInPostcode(SearchQuery query, String postcode, UUID before, int limit) {
        return jdbc.sql(SEARCH_IN_POSTCODE)
                .param("picking", query.picking())
                .param("terms", query.tsquery())
                .param("before", before)
                .param("enough", CANDIDATES_IN_POSTCODE)
                .param("postcode", Folding.postcode(postcode))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    Optional<UUID> byCard(String number) {
        return jdbc.sql(BY_CARD).param("card", number).query(UUID.class).optional();
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
