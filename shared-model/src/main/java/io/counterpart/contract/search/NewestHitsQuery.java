package io.counterpart.contract.search;

/**
 * The part of a query that finds one page of the newest matching customers without looking up every match. Both
 * services use it, since thousands of customers may have the same name.
 *
 * <p>Without it PostgreSQL either looks up all matches, or scans the key until the page is full, which takes long, or
 * never fills it, if the matches are few or old. The planner cannot estimate which of the two is better for a prefix or
 * for a query with excluded whole terms.
 */
public final class NewestHitsQuery {

    /**
     * Parts of a {@code with}. Three of them search, and each runs only if the previous one does not fill the page.
     * {@code nearest} reads the newest 300 customers one by one, for a query of one or two letters; not for the many terms
     * of typing errors. {@code recent} searches the newest 10,000 by the key and the index of terms together, in a table of
     * at least 200,000: in a small one the planner may read the newest one by one, and all matches are few. {@code older}
     * searches all customers by the index of terms; few match by then. {@code hit} contains all matches found.
     *
     * <p>Parameters: {@code picking} and {@code terms} of a {@link SearchQuery}, {@code before} (an id, exclusive),
     * {@code enough} (the number of hits that fill the page). The empty array prevents the use of the index for
     * {@code terms}, where a single letter beside a number would cost more than everything else. {@code search} reads the
     * text of the queries once: in a prepared statement a cast of a parameter is evaluated for each row, and a query that
     * forgives typing errors has a hundred terms.
     */
    public static final String WITH = """
            search as materialized (
              select p.picking, t.terms, p.picking <> t.terms as narrowed
              from (select cast(:picking as tsquery) as picking) p, (select cast(:terms as tsquery) as terms) t),
            nearest as materialized (
              select n.async_customer_id
              from (
                select c.async_customer_id, c.search_terms from customer c
                where c.async_customer_id < :before
                order by c.async_customer_id desc
                limit 300) n
              where (select numnode(s.terms) from search s) < 20
                and array_to_tsvector(n.search_terms) @@ (select s.terms from search s)),
            recent as materialized (
              select c.async_customer_id from customer c
              where (select count(*) from nearest) < :enough
                and (select t.reltuples from pg_class t where t.oid = cast('customer' as regclass)) >= 200000
                and array_to_tsvector(c.search_terms) @@ (select s.picking from search s)
                and ((select not s.narrowed from search s)
                  or array_to_tsvector(c.search_terms || '{}') @@ (select s.terms from search s))
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
                and array_to_tsvector(c.search_terms) @@ (select s.picking from search s)
                and ((select not s.narrowed from search s)
                  or array_to_tsvector(c.search_terms || '{}') @@ (select s.terms from search s))),
            hit as materialized (
              select n.async_customer_id from nearest n
              union select r.async_customer_id from recent r
              union select o.async_customer_id from older o)
            """;

    private NewestHitsQuery() {}
}
