package io.counterpart.hq.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TokenRole;

/** Writes the demo data. */
@Repository
class DemoDataRepository {

    private static final String ADD_TOKEN = """
            insert into device_token (sha256, device, role, storefront_access, channel, channel_database)
            values (:sha256, :device, :role, :access,
              (select channel from channel where channel = :owner),
              (select name from channel_database where name = :owner))
            """;

    private final JdbcClient jdbc;

    DemoDataRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the table, so that only one of two nodes that start at the same time loads the data. */
    boolean isEmpty() {
        jdbc.sql("lock table channel in share row exclusive mode").update();
        return jdbc.sql("select count(*) from channel").query(Long.class).single() == 0;
    }

    void load() {
        try {
            String script = new ClassPathResource("demo/demo-data.sql").getContentAsString(StandardCharsets.UTF_8);
            jdbc.sql(script).update();
        } catch (IOException e) {
            throw new IllegalStateException("The demo data is part of the service", e);
        }
    }

    void addToken(String sha256, String device, TokenRole role, @Nullable StorefrontAccess access, String owner) {
        jdbc.sql(ADD_TOKEN)
                .param("sha256", sha256)
                .param("device", device)
                .param("role", role.name())
                .param("access", access == null ? null : access.name())
                .param("owner", owner)
                .update();
    }
}
