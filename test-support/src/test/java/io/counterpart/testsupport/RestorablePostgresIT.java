package io.counterpart.testsupport;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RestorablePostgresIT {

    @Test
    void aRestoreHasWhatWasCommittedBeforeItsTargetAndNothingLater(@TempDir Path directory) throws SQLException {
        try (RestorablePostgres postgres = RestorablePostgres.start(directory.resolve("cluster"), "shop")) {
            execute(postgres, "create table note (words text)", "insert into note values ('before the backup')");
            postgres.baseBackup();
            execute(postgres, "insert into note values ('after the backup')");
            Instant target = postgres.now();
            execute(postgres, "insert into note values ('after the target')");

            postgres.restoreTo(target);

            assertThat(words(postgres)).isEqualTo("after the backup, before the backup");
            execute(postgres, "insert into note values ('after the restore')");
            assertThat(words(postgres)).startsWith("after the backup, after the restore");
        }
    }

    private static void execute(RestorablePostgres postgres, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url("shop"), "postgres", "");
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String words(RestorablePostgres postgres) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url("shop"), "postgres", "");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select string_agg(words, ', ' order by words) from note")) {
            row.next();
            return row.getString(1);
        }
    }
}
