package io.counterpart.hq.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ExternalIdentity;

/** Finds duplicate candidates in one statement, for any number of new customers. */
@Repository
class DuplicateCandidateRepository {

    // The limit prevents a phone number shared by thousands of customers, such as 000000, from reading all of them.
    private static final String FIND = """
            select async_customer_id, account_number, type, first_name, middle_name, last_name, organization_name,
              email, phone, identity_issuer, identity_subject
            from customer
            where async_customer_id in (
              select found.async_customer_id
              from unnest(:terms::text[]) as term
              cross join lateral (
                select async_customer_id from customer
                where array_to_tsvector(search_terms) @@ term::tsquery limit 50) as found
              union all
              select async_customer_id from customer
              where (identity_issuer, identity_subject)
                in (select * from unnest(:issuers::text[], :subjects::text[])))
            order by account_number
            """;

    // Two concurrent conversions must not each miss the customer that the other one creates.
    private static final String SEQUENTIAL = "select pg_advisory_xact_lock(hashtext('duplicates'))::text";

    private final JdbcClient jdbc;

    DuplicateCandidateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void forceSequential() {
        jdbc.sql(SEQUENTIAL).query(String.class).single();
    }

    List<DuplicateCandidate> find(Collection<String> terms, Collection<ExternalIdentity> identities) {
        return jdbc.sql(FIND)
                .param(
                        "terms",
                        terms.stream().map(DuplicateCandidateRepository::quoted).toArray(String[]::new))
                .param(
                        "issuers",
                        identities.stream().map(ExternalIdentity::issuer).toArray(String[]::new))
                .param(
                        "subjects",
                        identities.stream().map(ExternalIdentity::subject).toArray(String[]::new))
                .query(DuplicateCandidateRepository::candidate)
                .list();
    }

    private static String quoted(String term) {
        return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static DuplicateCandidate candidate(ResultSet row, int number) throws SQLException {
        String issuer = row.getString("identity_issuer");
        return new DuplicateCandidate(
                row.getObject("async_customer_id", UUID.class),
                row.getString("account_number"),
                new CustomerProfile(
                        CustomerType.valueOf(row.getString("type")),
                        null,
                        row.getString("first_name"),
                        row.getString("middle_name"),
                        row.getString("last_name"),
                        row.getString("organization_name"),
                        row.getString("email"),
                        row.getString("phone"),
                        null,
                        null,
                        null,
                        null,
                        null),
                issuer == null ? null : new ExternalIdentity(issuer, row.getString("identity_subject")));
    }
}
