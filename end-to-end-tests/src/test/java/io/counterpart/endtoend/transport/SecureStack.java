package io.counterpart.endtoend.transport;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;

import io.counterpart.stack.kafka.KafkaProgram;
import io.counterpart.stack.postgres.PostgresProgram;
import io.counterpart.stack.process.DirectoryCleaner;
import io.counterpart.stack.process.ManagedProcess;
import io.counterpart.stack.process.PidFile;
import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.Program;
import io.counterpart.stack.process.StackPort;
import io.counterpart.testsupport.certificate.CertificateAuthority;
import io.counterpart.testsupport.certificate.IssuedCertificate;

/** PostgreSQL, Kafka, HQ and the channel service harbor; nobody talks to another one without TLS. */
final class SecureStack implements AutoCloseable {

    /** Of all roles and users. */
    static final String PASSWORD = "of-the-secure-stack";

    private static final List<String> ROLES = List.of("hq_owner", "hq_app", "channel_owner", "channel_app");

    final PortLayout ports = PortLayout.free();
    final Path directory = Path.of("target", "secure-stack").toAbsolutePath();
    final CertificateAuthority company;
    final CertificateAuthority stranger;
    private final PidFile pids;
    private final PostgresProgram postgres;
    private final List<ManagedProcess> running = new ArrayList<>();
    private final Map<String, IssuedCertificate> https = new HashMap<>();

    private SecureStack() throws IOException {
        // First, because it ends what a killed run left behind.
        pids = PidFile.claim(Files.createDirectories(directory).resolve("stack.pid"));
        for (String old : List.of("postgres", "kafka", "logs", "company", "stranger")) {
            DirectoryCleaner.delete(directory.resolve(old));
        }
        company = new CertificateAuthority(directory.resolve("company"));
        stranger = new CertificateAuthority(directory.resolve("stranger"));
        postgres = new PostgresProgram(
                        directory.resolve("postgres"),
                        Path.of("..", "local-stack", "target", "postgresql-18")
                                .toAbsolutePath()
                                .normalize(),
                        ports,
                        List.of("hq", "channel_harbor"))
                .with(databaseSettings());
    }

    /** The stack of this JVM, which ends with it. */
    static SecureStack get() {
        return Holder.STACK;
    }

    private static SecureStack start() {
        try {
            var stack = new SecureStack();
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.startAll();
            return stack;
        } catch (IOException | SQLException | ExecutionException e) {
            throw new IllegalStateException("The secure stack does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void startAll() throws IOException, SQLException, ExecutionException, InterruptedException {
        https.put("hq", company.issue("hq", "dns:localhost"));
        https.put("harbor", company.issue("harbor", "dns:localhost"));
        IssuedCertificate broker = company.issue("broker", "dns:localhost,ip:127.0.0.1");
        begin(postgres);
        begin(new KafkaProgram(
                        directory.resolve("kafka"), Path.of("..", "local-stack").toAbsolutePath(), ports)
                .withSecurity(SecureBroker.of(
                        ports.of(StackPort.KAFKA),
                        ports.of(StackPort.KAFKA_CONTROLLER),
                        broker,
                        company.certificate())));
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            for (String role : ROLES) {
                statement.execute("alter role %s password '%s'".formatted(role, PASSWORD));
            }
        }
        try (Admin admin = Admin.create(kafkaClient(SecureBroker.ADMIN))) {
            admin.createAcls(DocumentedRights.below("### Rights of HQ")).all().get();
            admin.createAcls(DocumentedRights.below("### Rights of a channel database"))
                    .all()
                    .get();
        }
        begin(service("hq", settings("hq")));
        begin(service("harbor", settings("harbor")));
    }

    /** The environment of a service. */
    Map<String, String> settings(String service) {
        var settings = new SecureSettings(ports, company.certificate());
        IssuedCertificate own = certificate(service);
        return service.equals("hq") ? settings.hq(own) : settings.harbor(own);
    }

    IssuedCertificate certificate(String service) {
        IssuedCertificate own = https.get(service);
        if (own == null) {
            throw new IllegalArgumentException(service);
        }
        return own;
    }

    URI address(String service) {
        return URI.create("https://localhost:" + ports.of(StackPort.of(service)));
    }

    URI management(String service) {
        return URI.create("http://127.0.0.1:" + ports.of(StackPort.managementOf(service)));
    }

    Map<String, Object> kafkaClient(String user) {
        var settings = new HashMap<>(SecureBroker.client(user, PASSWORD, company.certificate()));
        settings.put("bootstrap.servers", "localhost:" + ports.of(StackPort.KAFKA));
        return settings;
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), PostgresProgram.USER, "");
    }

    ServiceProcess service(String name, Map<String, String> settings) {
        URI readiness = URI.create(
                "http://127.0.0.1:%s/actuator/health/readiness".formatted(settings.get("MANAGEMENT_SERVER_PORT")));
        return new ServiceProcess(name, settings, readiness, directory.resolve(name + "-class-path.txt"));
    }

    String log(String name) throws IOException {
        return Files.readString(directory.resolve("logs").resolve(name + ".log"));
    }

    @Override
    public void close() {
        for (int i = running.size() - 1; i >= 0; i--) {
            running.get(i).close();
        }
        running.clear();
        pids.release();
    }

    private void begin(Program program) {
        var process = new ManagedProcess(program, ports, pids, directory.resolve("logs"), died -> {});
        running.add(process);
        process.beginRun();
        process.start();
    }

    /** Everyone but the superuser, whom no service uses, needs TLS and a password. */
    private Map<String, String> databaseSettings() throws IOException {
        IssuedCertificate own = company.issue("database", "dns:localhost");
        Path rules = Files.writeString(directory.resolve("pg_hba.conf"), """
                host    all postgres 127.0.0.1/32 trust
                hostssl all all      127.0.0.1/32 scram-sha-256
                """);
        return Map.of(
                "ssl", "on",
                "ssl_cert_file", own.certificate().toString(),
                "ssl_key_file", own.key().toString(),
                "hba_file", rules.toString());
    }

    private static final class Holder {
        static final SecureStack STACK = start();
    }
}
