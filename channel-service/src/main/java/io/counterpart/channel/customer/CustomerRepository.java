package io.counterpart.channel.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The customers of this channel database. */
interface CustomerRepository extends Repository<Customer, UUID> {

    Optional<Customer> findById(UUID asyncCustomerId);

    /** Blocks 1010 and other edits until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Customer c where c.asyncCustomerId = :asyncCustomerId")
    Optional<Customer> lock(UUID asyncCustomerId);

    @Query(nativeQuery = true, value = """
            select c.* from customer c
            join customer_alias a on a.async_customer_id = c.async_customer_id
            where a.alias = :alias
            """)
    Optional<Customer> findByAlias(String alias);

    void flush();

    List<Customer> findByAsyncCustomerIdIn(Collection<UUID> ids);

    @Query(nativeQuery = true, value = "select a.alias from customer_alias a where a.alias in (:aliases)")
    List<String> aliasesAmong(Collection<String> aliases);

    @Query(nativeQuery = true, value = """
            select c.* from customer c where c.identity_issuer = :issuer and c.identity_subject = :subject
            """)
    Optional<Customer> findByIdentity(String issuer, String subject);

    @Query(nativeQuery = true, value = """
            select c.* from customer c
            where array_to_tsvector(c.search_terms) @@ cast(:term as tsquery)
              and lower(c.email) = lower(:email) and c.type = 'PERSON'
            limit 2
            """)
    List<Customer> findByEmail(String term, String email);

    /**
     * Stores what the answer to a synchronous edit says beyond its content, and that it came: a report of the customers
     * that HQ may have lost includes it, even if HQ published nothing after it.
     */
    @Modifying
    @Query(nativeQuery = true, value = """
            update customer set changed_at = cast(:changedAt as jsonb), snapshot_at = clock_timestamp()
            where async_customer_id = :asyncCustomerId
            """)
    void setAnswered(UUID asyncCustomerId, @Nullable String changedAt);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into customer_alias (alias, async_customer_id) values (:alias, :asyncCustomerId)
            on conflict (alias) do nothing
            """)
    void addAlias(String alias, UUID asyncCustomerId);
}
