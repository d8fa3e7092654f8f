package io.counterpart.hq.channel;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** An upgrade takes nothing away from storefronts that exist. */
class StorefrontAccessMigrationIT {

    @Test
    void existingStorefrontsKeepTheirAccessAndNewOnesOfOnlineStoresSignInOnly() {
        TestDatabase database = TestDatabase.fresh("access");
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure().dataSource(source).target("35").load().migrate();
        JdbcClient jdbc = JdbcClient.create(source);
        jdbc.sql("""
                insert into functionality_profile (id, name) values ('all', 'All');
                insert into channel_database_group (name) values ('default');
                insert into channel_database values ('online', 'default');
                insert into channel (channel, name, type, channel_database, functionality_profile, operating_unit)
                values ('SHOP', 'Shop', 'ONLINE_STORE', 'online', 'all', '{}'), ('STORE', 'Store', 'STORE', 'online', 'all', '{}');
                insert into device_token (sha256, device, role, channel)
                values ('1', 'old shop', 'STOREFRONT', 'SHOP'), ('2', 'old till', 'TILL', 'STORE');
                """).update();

        Flyway.configure().dataSource(source).load().migrate();
        jdbc.sql(
                        "insert into device_token (sha256, device, role, channel) values ('3', 'new shop', 'STOREFRONT', 'SHOP')")
                .update();

        assertThat(jdbc.sql("""
                        select device || ' ' || coalesce(token.storefront_access, 'as ' || channel.storefront_access)
                        from device_token token join channel using (channel) order by sha256
                        """).query(String.class).list())
                .containsExactly("old shop FULL", "old till as FULL", "new shop as SIGN_IN_ONLY");
    }
}
