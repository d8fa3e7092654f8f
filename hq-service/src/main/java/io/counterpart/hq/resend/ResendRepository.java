package io.counterpart.hq.resend;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code resend}. */
@Repository
class ResendRepository {

    private static final String COLUMNS = """
            select id, channel_database, after_customer, customers, requested_by, requested_at, finished_at from resend
            """;

    private static final String LAST = COLUMNS + """
            where channel_database = :database order by requested_at desc limit 1
            """;

    // A resend that another node is processing is skipped.
    private static final String CLAIM = COLUMNS + """
            where finished_at is null order by requested_at limit 1 for update skip locked
            """;

    private static final String LINES = """
            select name as channel_database, coalesce(customers, 0) as customers, requested_by, requested_at, finished_at
            from channel_database
            left join lateral (
              select * from resend where channel_database = name order by requested_at desc limit 1) as last on true
            order by name
            """;

    private static final String INSERT = """
            insert into resend (id, channel_database, requested_by, requested_at)
            values (:id, :database, :by, :at::timestamptz)
            on conflict (channel_database) where finished_at is null do nothing
            """;

    // The pages sent so far went to the lost topic.
    private static final String RESTART = """
            update resend
            set after_customer = null, customers = 0, requested_by = :by, requested_at = :at::timestamptz
            where finished_at is null
            """;

    private static final String BEGIN_ALL = """
            insert into resend (id, channel_database, requested_by, requested_at)
            select gen_random_uuid(), name, :by, :at::timestamptz from channel_database
            on conflict (channel_database) where finished_at is null do nothing
            """;

    // All channel databases read the same topic: the records of one resend also serve those requested at the same time.
    private static final String FINISH_TOGETHER = """
            update resend as other
            set finished_at = done.finished_at, after_customer = done.after_customer, customers = done.customers
            from resend as done
            where done.id = :id and done.finished_at is not null and other.finished_at is null
              and other.requested_at = done.requested_at and other.requested_by = done.requested_by
            """;

    private static final String CUSTOMERS = """
            select distinct coalesce(customer_alias.async_customer_id, given.id)
            from unnest(:ids::uuid[]) as given (id)
            left join customer_alias on customer_alias.alias = given.id
            """;

    private static final String ADVANCE = """
            update resend
            set after_customer = :after, customers = customers + :count, finished_at = :finished::timestamptz
            where id = :id
            """;

    private final JdbcClient jdbc;

    ResendRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isChannelDatabase(String name) {
        return jdbc.sql("select count(*) from channel_database where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean begin(String channelDatabase, String by, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", UUID.randomUUID())
                        .param("database", channelDatabase)
                        .param("by", by)
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /** Starts a resend for every channel database and restarts running ones; returns how many. */
    int beginForAll(String by, Instant at) {
        int restarted =
                jdbc.sql(RESTART).param("by", by).param("at", at.toString()).update();
        return restarted
                + jdbc.sql(BEGIN_ALL).param("by", by).param("at", at.toString()).update();
    }

    void finishTogetherWith(UUID id) {
        jdbc.sql(FINISH_TOGETHER).param("id", id).update();
    }

    /** Resolves aliases to the IDs of their customers. */
    Set<UUID> customersOf(Collection<UUID> ids) {
        return new HashSet<>(jdbc.sql(CUSTOMERS)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    Optional<Resend> last(String channelDatabase) {
        return jdbc.sql(LAST)
                .param("database", channelDatabase)
                .query(Resend.class)
                .optional();
    }

    List<ResendService.ResendRow> lines() {
        return jdbc.sql(LINES).query(ResendService.ResendRow.class).list();
    }

    Optional<Resend> claim() {
        return jdbc.sql(CLAIM).query(Resend.class).optional();
    }

    void advance(UUID id, @Nullable UUID after, int count, @Nullable Instant finished) {
        jdbc.sql(ADVANCE)
                .param("id", id)
                .param("after", after)
                .param("count", count)
                .param("finished", finished == null ? null : finished.toString())
                .update();
    }
}
