package io.counterpart.contract.search;

/**
 * How both services find the newest customers who fit, a page of them, without looking up everybody who fits: thousands
 * have the same name.
 *
 * <p>Left to itself PostgreSQL either looks up all of them, or walks the key until the page is full, which ends late, or
 * never, where those who fit are few or old; and which of the two is better it cannot know of a beginning, or of a query
 * that leaves whole terms out.
 */
public final class NewestHitsQuery {

    /**
     * Three parts of a {@code with}, each asked only when the one before does not fill the page: the newest 300 customers
     * one by one, for who has typed a letter or two; the newest 10,000 by the key and the index of terms together; then
     * everybody by the index of terms, who are few by then. The last part, {@code hit}, has all that was found.
     *
     * <p>Parameters: {@code picking} and {@code terms} of a {@link SearchQuery}, {@code before} (an id, exclusive),
     * {@code enough} (how many fill the page). The empty array keeps {@code terms} away from the index, where a single
     * letter beside a number would cost more than all the rest.
     */
    public static final String WITH = """
            nearest as materialized (
              select n.async_customer_id
              from (
                select c.async_customer_id, c.search_terms from customer c
                where c.async_customer_id < :before
                order by c.async_customer_id desc
                limit 300) n
              where array_to_tsvector(n.search_terms) @@ cast(:terms as tsquery)),
            recent as materialized (
              select c.async_customer_id from customer c
              where (select count(*) from nearest) < :enough
                and array_to_tsvector(c.search_terms) @@ cast(:picking as tsquery)
                and array_to_tsvector(c.search_terms || '{}') @@ cast(:terms as tsquery)
                and c.async_customer_id < :before
                and c.async_customer_id >= coalesce(
                  (select w.async_customer_id from customer w
                   where w.async_customer_id < :before
                   order by w.async_customer_id desc
                   offset 10000 limit 1),
                  '00000000-0000-0000-0000-000000000000')),
            older as materialized (
              select c.async_customer_id from customer c
              where greatest((select count(*) from nearest), (select count(*) from recent)) < :enough
                and array_to_tsvector(c.search_terms) @@ cast(:picking as tsquery)
                and array_to_tsvector(c.search_terms || '{}') @@ cast(:terms as tsquery)),
            hit as materialized (
              select n.async_customer_id from nearest n
              union select r.async_customer_id from recent r
              union select o.async_customer_id from older o)
            """;

    private NewestHitsQuery() {}
}
