package io.counterpart.messaging.bulk;

import java.util.UUID;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class KeyLookupPlanIT {

    private static final String JOIN = """
            explain update staged set done = true
            from unnest(?::uuid[]) as key (id)
            where staged.id = key.id
            """;

    private static final HikariDataSource POOL = new HikariDataSource();

    private final JdbcTemplate jdbc = new JdbcTemplate(POOL);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(POOL));
    private final KeyLookupPlan rowsByKey = new KeyLookupPlan(POOL);

    @BeforeAll
    static void open() {
        TestDatabase database = TestDatabase.fresh("rows_by_key");
        POOL.setJdbcUrl(database.url());
        POOL.setUsername(database.user());
        POOL.setPassword(database.password());
        var jdbc = new JdbcTemplate(POOL);
        jdbc.execute("create table staged (id uuid primary key, done boolean) with (autovacuum_enabled = false)");
        jdbc.execute("insert into staged select gen_random_uuid() from generate_series(1, 50000)");
    }

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void findsFiveHundredRowsByTheirKeysInATableThatWasNeverAnalyzed() {
        assertThat(plan()).as("left alone").contains("Seq Scan on staged");

        String within = transaction.execute(status -> {
            rowsByKey.forCurrentTransaction();
            return plan();
        });

        assertThat(within).contains("Index Scan using staged_pkey").doesNotContain("Seq Scan");
        assertThat(plan()).as("afterwards").contains("Seq Scan on staged");
    }

    @Test
    void refusesToWorkWhereItWouldHaveNoEffect() {
        assertThatIllegalStateException().isThrownBy(rowsByKey::forCurrentTransaction);
    }

    private String plan() {
        String[] keys =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(500).toArray(String[]::new);
        return String.join("\n", jdbc.queryForList(JOIN, String.class, (Object) keys));
    }
}
