package io.counterpart.channel.search;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.counterpart.channel.customer.Customer;
import io.counterpart.contract.search.NewestHitsQuery;

/** The search statements on the customers of this channel database. */
interface CustomerSearchRepository extends Repository<Customer, UUID> {

    // Newest first, by the order of the ids.
    @Query(nativeQuery = true, value = "with " + NewestHitsQuery.WITH + """
            select c.* from customer c
            where c.async_customer_id in (
              select f.async_customer_id from (
                select h.async_customer_id from hit h
                union select cast(:asyncCustomerId as uuid)
                union select a.async_customer_id from customer_alias a where a.alias = :alias) f
              where f.async_customer_id < :before
              order by f.async_customer_id desc
              limit :enough)
              and c.erased_at is null
            order by c.async_customer_id desc
            """)
    List<Customer> searchExact(
            String picking, String terms, UUID asyncCustomerId, String alias, UUID before, int enough);

    // Excludes the matches of the search for whole terms.
    @Query(nativeQuery = true, value = "with " + NewestHitsQuery.WITH + """
            select c.* from customer c
            where c.async_customer_id in (
              select h.async_customer_id from hit h
              where h.async_customer_id < :before
                and h.async_customer_id <> :asyncCustomerId
                and h.async_customer_id is distinct from
                  (select a.async_customer_id from customer_alias a where a.alias = :alias)
              order by h.async_customer_id desc
              limit :enough)
            order by c.async_customer_id desc
            """)
    List<Customer> searchBeginning(
            String picking, String terms, UUID asyncCustomerId, String alias, UUID before, int enough);

    // No index of postal codes: it would cost every creation, and too many customers have one.
    @Query(nativeQuery = true, value = "with " + NewestHitsQuery.WITH + """
            select c.* from customer c
            where c.async_customer_id in (
              select n.async_customer_id from (
                select h.async_customer_id from hit h
                where h.async_customer_id < :before
                order by h.async_customer_id desc
                limit :enough) n
              where exists (
                select from customer_address a
                where a.async_customer_id = n.async_customer_id
                  and translate(upper(a.zip_code), ' -', '') = :postcode)
              order by n.async_customer_id desc
              limit :count)
            order by c.async_customer_id desc
            """)
    List<Customer> searchInPostcode(String picking, String terms, UUID before, int enough, String postcode, int count);

    @Query(nativeQuery = true, value = """
            select c.* from customer c
            where c.async_customer_id in (
              select a.async_customer_id from customer_alias a where a.alias in (:accountNumber, upper(:accountNumber)))
              and c.erased_at is null
            """)
    List<Customer> findByAccountNumber(String accountNumber);

    @Query(nativeQuery = true, value = """
            with card as materialized (
              select l.async_customer_id from loyalty_card l where l.card_number in (:number, upper(:number)))
            select c.* from customer c
            where c.async_customer_id in (
              select card.async_customer_id from card
              union
              select a.async_customer_id from card
              join customer_alias a on a.alias = cast(card.async_customer_id as varchar(36)))
              and c.erased_at is null
            """)
    List<Customer> findByLoyaltyCard(String number);

    @Query(nativeQuery = true, value = """
            select a.async_customer_id from customer_address a
            where a.async_customer_id in (:ids) and translate(upper(a.zip_code), ' -', '') = :postcode
            """)
    List<UUID> inPostcodeAmong(Collection<UUID> ids, String postcode);

    @Query(nativeQuery = true, value = """
            select c.async_customer_id from customer c
            where c.async_customer_id in (:ids)
              and (array_to_tsvector(c.search_terms) @@ cast(:terms as tsquery)
                or c.async_customer_id = :asyncCustomerId
                or c.async_customer_id = (select a.async_customer_id from customer_alias a where a.alias = :alias))
            """)
    List<UUID> foundAmong(Collection<UUID> ids, String terms, UUID asyncCustomerId, String alias);
}
