package io.counterpart.hq.duplicatepair;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.search.DuplicateReason;

/** Reads pairs, for lists and pages. */
@Repository
class DuplicatePairRepository {

    private static final String NAME = """
            coalesce(nullif(concat_ws(' ', %1$s.first_name, %1$s.middle_name, %1$s.last_name), ''),
              %1$s.organization_name)""";

    private static final String PAIRS = """
            select pair.id, pair.score, array_to_string(pair.reasons, ',') as reason_names, pair.status, pair.found_at,
              pair.decided_by, pair.decided_at, pair.decision_reason,
              pair.first_customer, one.account_number as first_number, one.created_in_channel as first_channel,
              %s as first_name,
              pair.second_customer, two.account_number as second_number, two.created_in_channel as second_channel,
              %s as second_name
            from duplicate_pair as pair
            join customer as one on one.async_customer_id = pair.first_customer
            join customer as two on two.async_customer_id = pair.second_customer
            """.formatted(NAME.formatted("one"), NAME.formatted("two"));

    // A pair of which one was blocked a moment ago is not open, although the scan has not seen that yet.
    private static final String LIST = PAIRS + """
            where pair.status = :status and (pair.score, pair.id) < (:score, :id)
              and (pair.status <> 'OPEN' or not (one.blocked or two.blocked))
              and (:reason::text is null or :reason::text = any(pair.reasons))
              and (:channel::text is null or :channel::text in (one.created_in_channel, two.created_in_channel))
            order by pair.score desc, pair.id desc
            limit :limit
            """;

    private static final String FIND = PAIRS + "where pair.id = :id";

    private static final String CHANNELS = "select channel from channel order by channel";

    private final JdbcClient jdbc;

    DuplicatePairRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The best score first. */
    List<DuplicatePair> list(PairFilter filter, PairPosition before, int limit) {
        DuplicateReason reason = filter.reason();
        return jdbc.sql(LIST)
                .param("status", filter.status().name())
                .param("score", before.score())
                .param("id", before.id())
                .param("reason", reason == null ? null : reason.name())
                .param("channel", filter.channel())
                .param("limit", limit)
                .query(DuplicatePair.class)
                .list();
    }

    /** Empty if there is no such pair, or one of the customers does not exist any more. */
    Optional<DuplicatePair> find(long id) {
        return jdbc.sql(FIND).param("id", id).query(DuplicatePair.class).optional();
    }

    List<String> channels() {
        return jdbc.sql(CHANNELS).query(String.class).list();
    }
}
