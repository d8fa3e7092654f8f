package io.counterpart.testsupport;

import java.io.IOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server for the tests of this JVM: the one that {@code COUNTERPART_TEST_POSTGRES_URL} names (with
 * {@code …_USER} and {@code …_PASSWORD}), else a container if Docker responds, else an embedded server.
 */
final class PostgresServer {

    private static final String IMAGE = "postgres:18";

    private PostgresServer() {}

    static TestDatabase get() {
        return Holder.SERVER;
    }

    private static TestDatabase start() {
        String url = System.getenv("COUNTERPART_TEST_POSTGRES_URL");
        if (url != null) {
            return new TestDatabase(
                    url,
                    System.getenv().getOrDefault("COUNTERPART_TEST_POSTGRES_USER", "postgres"),
                    System.getenv().getOrDefault("COUNTERPART_TEST_POSTGRES_PASSWORD", "postgres"));
        }
        return DockerAvailability.answers() ? container() : embedded();
    }

    // Not closed here: it runs as long as the JVM, and Testcontainers' own reaper removes it.
    @SuppressWarnings("resource")
    private static TestDatabase container() {
        var container = new PostgreSQLContainer(IMAGE).withCommand("postgres", "-c", "max_connections=300");
        container.start();
        return new TestDatabase(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private static TestDatabase embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            // Without the parameter for the user, which would take precedence over the role that a test connects with.
            String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort());
            return new TestDatabase(url, "postgres", "postgres");
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not start", e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException("The embedded PostgreSQL did not stop", e);
        }
    }

    private static final class Holder {
        static final TestDatabase SERVER = start();
    }
}
