package io.counterpart.channel.purge;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkPurgeIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void forgetsAttemptsAfterADayAndDataKeysOfRevokedTokensAlone() {
        TestDatabase database = TestDatabase.fresh("clerkpurge");
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        var jdbc = JdbcClient.create(source);
        for (String token : List.of("revoked", "valid")) {
            attempt(jdbc, token, NOW.minus(Duration.ofHours("revoked".equals(token) ? 25 : 23)));
            jdbc.sql("insert into till_data_key values (?, ?, ?)")
                    .params(token, new byte[32], Timestamp.from(NOW.minusSeconds(1)))
                    .update();
        }
        jdbc.sql("insert into revoked_token values ('revoked', ?)")
                .param(Timestamp.from(NOW))
                .update();

        new PurgeService(
                        new PurgeRepository(jdbc),
                        new TransactionTemplate(new JdbcTransactionManager(source)),
                        new PurgeProperties(Duration.ofDays(30), Duration.ofHours(1), 3),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run();

        assertThat(jdbc.sql("select token_sha256 from till_data_key")
                        .query(String.class)
                        .list())
                .containsExactly("valid");
        assertThat(jdbc.sql("select token_sha256 from clerk_sign_in_attempt")
                        .query(String.class)
                        .list())
                .containsExactly("valid");
    }

    private static void attempt(JdbcClient jdbc, String token, Instant blockedUntil) {
        jdbc.sql("insert into clerk_sign_in_attempt values (?, ?, ?, 5, ?)")
                .params(token, UUID.randomUUID(), Timestamp.from(NOW), Timestamp.from(blockedUntil))
                .update();
    }
}
