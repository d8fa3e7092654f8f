package io.counterpart.channel.duplicate;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the customers that may be duplicates, in one statement by the index of search terms. */
@Repository
class PossibleDuplicateRepository {

    // A name, or a phone such as 000000, may be shared by thousands of customers: the limits bound how many are read.
    // More are read for the name where a postal code selects among them. Each limit of one row keeps the planner from
    // reading the whole table of addresses.
    static final String FIND = """
            select distinct on (found.async_customer_id) found.*, same.postcode is not null as same_postcode
            from (
              select matching.*
              from unnest(cast(:queries as text[])) as words
              cross join lateral (
                select c.async_customer_id, c.type, c.first_name, c.middle_name, c.last_name, c.organization_name,
                  c.email, c.phone
                from customer c
                where array_to_tsvector(c.search_terms) @@ cast(words as tsquery)
                limit 100) as matching
              union all
              select named.*
              from unnest(cast(:names as text[])) as words
              cross join lateral (
                select c.async_customer_id, c.type, c.first_name, c.middle_name, c.last_name, c.organization_name,
                  c.email, c.phone
                from customer c
                where array_to_tsvector(c.search_terms) @@ cast(words as tsquery)
                limit 1000) as named
              cross join lateral (
                select 1 from customer_address a
                where a.async_customer_id = named.async_customer_id
                  and translate(upper(a.zip_code), ' -', '') = any(cast(:postcodes as text[]))
                limit 1) as home) as found
            left join lateral (
              select true as postcode from customer_address a
              where a.async_customer_id = found.async_customer_id
                and translate(upper(a.zip_code), ' -', '') = any(cast(:postcodes as text[]))
              limit 1) as same on true
            order by found.async_customer_id desc
            """;

    private final JdbcClient jdbc;

    PossibleDuplicateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<DuplicateCandidate> find(EnteredCustomer entered) {
        boolean byPostcode = !entered.postcodes().isEmpty();
        return jdbc.sql(FIND)
                .param("queries", entered.queries().toArray(String[]::new))
                .param("names", byPostcode ? entered.names().toArray(String[]::new) : new String[0])
                .param("postcodes", entered.postcodes().toArray(String[]::new))
                .query(DuplicateCandidate.class)
                .list();
    }
}
