package io.counterpart.endtoend.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Checks for {@code docker compose up} that do not need a Docker engine. */
class DockerComposeTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, List<String>> PORTS = Map.of(
            "hq", List.of("8080", "9080"),
            "channel-harbor", List.of("8081", "9081"),
            "channel-online", List.of("8082", "9082"),
            "postgres", List.of("15432"),
            "kafka", List.of("19092"));

    private static String text = "";
    private static Map<String, ConfigurationPropertyCatalog> known = Map.of();

    private final ComposeFile compose = ComposeFile.parse(text);

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(ROOT.resolve("docker-compose.yml"));
        known = Map.of(
                "hq-service", ConfigurationPropertyCatalog.of(ROOT.resolve("hq-service")),
                "channel-service", ConfigurationPropertyCatalog.of(ROOT.resolve("channel-service")));
    }

    @Test
    void startsTheThreeServicesAndBuildsEachImageOnce() {
        assertThat(compose.own())
                .extracting(ComposeFile.Service::name, ComposeFile.Service::module, ComposeFile.Service::builds)
                .containsExactlyInAnyOrder(
                        tuple("hq", "hq-service", Optional.of("hq-service")),
                        tuple("channel-harbor", "channel-service", Optional.of("channel-service")),
                        tuple("channel-online", "channel-service", Optional.empty()));
        assertThat(compose.service("channel-online").body()).containsEntry("pull_policy", "never");
    }

    @Test
    void givesNoServiceAVariableThatItDoesNotRead() {
        assertThat(unread(compose)).isEmpty();
    }

    @Test
    void aMisspelledVariableIsFound() {
        String misspelled = text.replace(
                        "SPRING_DATASOURCE_URL: jdbc:postgresql://postgres:5432/hq", "SPRING_DATASOURCE_URI: x")
                .replace("COUNTERPART_HQ_TOKEN: local-rts-online", "COUNTERPART_HQ_TOKN: x")
                .replace("MANAGEMENT_SERVER_PORT: 9081", "MANAGMENT_SERVER_PORT: 9081");

        assertThat(unread(ComposeFile.parse(misspelled)))
                .containsExactlyInAnyOrder(
                        "hq: SPRING_DATASOURCE_URI",
                        "channel-online: COUNTERPART_HQ_TOKN",
                        "channel-harbor: MANAGMENT_SERVER_PORT");
    }

    @Test
    void aSettingsRecordDeclaresItsComponents() {
        assertThat(ConfigurationPropertyCatalog.declaredIn("""
                @Validated
                @ConfigurationProperties("shop")
                record Shop(
                        @NotBlank @Size(max = 3) String firstName, @DefaultValue("http://x") URI url) {}
                """)).containsExactly("shop.first-name", "shop.url");
    }

    @Test
    void publishesTheDocumentedPortsToThisMachineOnly() {
        PORTS.forEach((service, ports) -> assertThat(compose.service(service).ports())
                .as(service)
                .extracting(port -> port.split(":", 3)[1])
                .containsExactlyElementsOf(ports));
        assertThat(compose.services().values().stream().flatMap(service -> service.ports().stream()))
                .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
    }

    @Test
    void publishesThePortsOnWhichTheServicesListen() {
        assertThat(compose.own())
                .allSatisfy(service -> assertThat(service.ports())
                        .extracting(port -> port.split(":", 3)[2])
                        .containsExactly(service.variable("SERVER_PORT"), service.variable("MANAGEMENT_SERVER_PORT")));
    }

    @Test
    void startsServicesWhenDatabaseAndKafkaAreHealthy() {
        assertThat(compose.own()).allSatisfy(service -> {
            assertThat(service.waitsUntilHealthy()).containsExactlyInAnyOrder("postgres", "kafka");
            assertThat(compose.service("postgres").hasHealthcheck()).isTrue();
            assertThat(compose.service("kafka").hasHealthcheck()).isTrue();
        });
    }

    @Test
    void theImageSaysItselfWhetherItIsReadyAndDoesNotRunAsRoot() throws IOException {
        String dockerfile = Files.readString(ROOT.resolve("Dockerfile"));

        assertThat(dockerfile).contains("HEALTHCHECK ", "\nUSER 10001:10001\n");
        assertThat(Files.readString(ROOT.resolve("docker/ready.sh")))
                .contains("MANAGEMENT_SERVER_PORT", "/actuator/health/readiness");
    }

    @Test
    void everyServiceHasADatabaseThatIsMadeAndAnAddressThatExists() throws IOException {
        String databases = Files.readString(ROOT.resolve("docker/postgres/databases.sql"));
        String listeners = compose.service("kafka").variable("KAFKA_ADVERTISED_LISTENERS");

        assertThat(compose.own()).allSatisfy(service -> {
            String url = service.variable("SPRING_DATASOURCE_URL");
            assertThat(url).startsWith("jdbc:postgresql://postgres:5432/");
            assertThat(databases).contains("create database %s;".formatted(url.substring(url.lastIndexOf('/') + 1)));
            for (String role : List.of("SPRING_DATASOURCE_USERNAME", "SPRING_FLYWAY_USER")) {
                assertThat(databases).contains("create role %s login ".formatted(service.variable(role)));
            }
            assertThat(listeners).contains("//" + service.variable("SPRING_KAFKA_BOOTSTRAP_SERVERS"));
        });
        assertThat(Stream.of("channel-harbor", "channel-online").map(compose::service))
                .allSatisfy(channel -> assertThat(channel.variable("COUNTERPART_HQ_URL"))
                        .isEqualTo("http://hq:" + compose.service("hq").variable("SERVER_PORT")));
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        assertThat(compose.services().values().stream()
                        .flatMap(service -> service.body().get("volumes") instanceof List<?> volumes
                                ? volumes.stream().map(String::valueOf)
                                : Stream.empty())
                        .filter(volume -> volume.startsWith("./"))
                        .map(volume -> ROOT.resolve(volume.split(":", 3)[0])))
                .hasSizeGreaterThan(3)
                .allSatisfy(file -> assertThat(file).exists());
    }

    private static List<String> unread(ComposeFile compose) {
        return compose.own().stream()
                .flatMap(service -> service.environment().keySet().stream()
                        .filter(variable -> !Objects.requireNonNull(known.get(service.module()))
                                .areReadFrom(variable))
                        .map(variable -> service.name() + ": " + variable))
                .toList();
    }
}
