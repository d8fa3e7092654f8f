package io.counterpart.hq.duplicatepair;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code duplicate_group}: keys that too many customers share. */
@Repository
class DuplicateGroupRepository {

    /** The most groups that the page shows. */
    static final int SHOWN = 20;

    private static final String SIZES = """
            select touched.key, coalesce(counted.reason, '') as reason, counted.members, large.key is not null as known
            from unnest(:keys::bigint[]) as touched (key)
            cross join lateral (
              select count(*) as members, min(reason) as reason from duplicate_key as member
              where member.key = touched.key) as counted
            left join duplicate_group as large on large.key = touched.key
            where counted.members > :most or large.key is not null
            """;

    private static final String SAVE = """
            insert into duplicate_group (key, reason, members, found_at)
            select key, reason, members, :now
            from unnest(:keys::bigint[], :reasons::text[], :members::bigint[]) as given (key, reason, members)
            on conflict (key) do update set members = excluded.members
            """;

    private static final String DELETE = "delete from duplicate_group where key = any(:keys)";

    // One member shows what all of them share.
    private static final String LARGEST = """
            select large.reason, large.members, large.found_at, member.account_number, member.name,
              case large.reason when 'EMAIL' then member.email when 'PHONE' then member.phone else member.name end as value
            from (select * from duplicate_group order by members desc, key desc limit :most) as large
            cross join lateral (
              select customer.account_number, customer.email, customer.phone,
                coalesce(nullif(concat_ws(' ', first_name, middle_name, last_name), ''), organization_name) as name
              from duplicate_key as shared
              join customer on customer.async_customer_id = shared.async_customer_id
              where shared.key = large.key
              order by shared.async_customer_id limit 1) as member
            order by large.members desc, large.key desc
            """;

    private final JdbcClient jdbc;

    DuplicateGroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the keys that are, or were, the key of a group. */
    List<GroupSize> sizes(Collection<Long> keys, int most) {
        return jdbc.sql(SIZES)
                .param("keys", keys.toArray(Long[]::new))
                .param("most", most)
                .query(GroupSize.class)
                .list();
    }

    void save(List<GroupSize> groups, Instant now) {
        jdbc.sql(SAVE)
                .param("keys", groups.stream().map(GroupSize::key).toArray(Long[]::new))
                .param("reasons", groups.stream().map(GroupSize::reason).toArray(String[]::new))
                .param("members", groups.stream().map(GroupSize::members).toArray(Long[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    void delete(Collection<Long> keys) {
        jdbc.sql(DELETE).param("keys", keys.toArray(Long[]::new)).update();
    }

    List<DuplicateGroup> largest() {
        return jdbc.sql(LARGEST)
                .param("most", SHOWN)
                .query(DuplicateGroup.class)
                .list();
    }

    /**
     * How many customers have a key.
     *
     * @param reason empty: no customer has it any more
     * @param known whether it is stored as a group
     */
    record GroupSize(long key, String reason, long members, boolean known) {}
}
