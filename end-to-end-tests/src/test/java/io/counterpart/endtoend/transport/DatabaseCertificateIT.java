package io.counterpart.endtoend.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.stack.process.ManagedProcess;
import io.counterpart.stack.process.PidFile;
import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.StackException;
import io.counterpart.stack.process.StackPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A service does not start on a database whose server it cannot verify; SecureTransportIT runs on one that it can. */
class DatabaseCertificateIT {

    private final SecureStack stack = SecureStack.get();

    @ParameterizedTest
    @CsvSource({"hq, hq", "harbor, channel_harbor"})
    void aServerWithACertificateOfAnotherAuthorityIsRefused(String service, String database) throws IOException {
        String url = url("localhost", database, stack.stranger.certificate());

        assertThat(refusal(service, url)).contains("PKIX path");
    }

    @ParameterizedTest
    @CsvSource({"hq, hq", "harbor, channel_harbor"})
    void aServerWithTheCertificateOfAnotherHostIsRefused(String service, String database) throws IOException {
        String url = url("127.0.0.1", database, stack.company.certificate());

        assertThat(refusal(service, url)).contains("hostname 127.0.0.1 could not be verified");
    }

    @Test
    void theServerRefusesAConnectionWithoutTls() throws SQLException {
        String url = url("localhost", "hq", stack.company.certificate());
        try (var connection = DriverManager.getConnection(url, "hq_app", SecureStack.PASSWORD)) {
            assertThat(connection.isValid(5)).isTrue();
        }

        assertThatThrownBy(() -> DriverManager.getConnection(
                        url.replace("verify-full", "disable"), "hq_app", SecureStack.PASSWORD))
                .hasMessageContaining("no encryption");
    }

    private String url(String host, String database, Path authority) {
        return SecureSettings.databaseUrl(host, stack.ports.of(StackPort.POSTGRES), database, authority);
    }

    /** The log of a service that ended during its start. */
    private String refusal(String service, String url) throws IOException {
        Path directory = stack.directory.resolve("refusal-" + service);
        PortLayout ports = PortLayout.free();
        Map<String, String> settings = stack.settings(service);
        settings.put("SPRING_DATASOURCE_URL", url);
        settings.put("SERVER_PORT", Integer.toString(ports.of(StackPort.of(service))));
        settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.of(StackPort.managementOf(service))));
        PidFile pids = PidFile.claim(directory.resolve("stack.pid"));
        var process = new ManagedProcess(stack.service(service, settings), ports, pids, directory, died -> {});
        process.beginRun();

        assertThatThrownBy(process::start)
                .isInstanceOf(StackException.class)
                .hasMessageContaining("exited during startup");
        pids.release();
        return Files.readString(process.logFile());
    }
}
