package io.counterpart.channel.testing;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 120,000 generated customers, older than those of other tests. All share one phone, every twentieth is Pedro Rico, each
 * has an email and a postal code of its own.
 */
public final class ManyCustomers {

    public static final int COUNT = 120_000;
    public static final String SHARED_PHONE = "5559990000";

    private static final String INSERT = """
            insert into customer (async_customer_id, type, first_name, last_name, email, phone, sync_status, creation_mode,
              created_in_channel, created_in_channel_database, created_at, version, search_terms)
            select ('00000000-0000-7000-9000-' || lpad(g::text, 12, '0'))::uuid, 'PERSON',
              case when g % 20 = 0 then 'Pedro' else 'Many' || g end, case when g % 20 = 0 then 'Rico' else 'Herdman' end,
              'many' || g || '@example.com', '5559990000', 'PENDING_SYNC', 'ASYNC', 'HARBOR', 'harbor', now(), 0,
              case when g % 20 = 0 then array['pedro', 'rico'] else array['many' || g, 'herdman'] end
                || array['many' || g || '@example.com', '5559990000', '559990000', '59990000', '9990000', '990000']
            from generate_series(1, ?) g
            """;

    private static final String INSERT_ADDRESSES = """
            insert into customer_address (async_customer_id, address_id, purpose, zip_code, is_primary, created_at)
            select async_customer_id, async_customer_id, 'HOME', 'Z' || right(async_customer_id::text, 6), true, now()
            from customer where created_in_channel_database = 'harbor' and phone = '5559990000'
            """;

    private ManyCustomers() {}

    public static void insert(JdbcTemplate jdbc) {
        jdbc.update(INSERT, COUNT);
        jdbc.update(INSERT_ADDRESSES);
    }

    public static void delete(JdbcTemplate jdbc) {
        jdbc.update("delete from customer_address where zip_code like 'Z______'");
        jdbc.update("delete from customer where phone = '5559990000'");
    }
}
