package io.counterpart.endtoend.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What each profile of the compose file starts, and within which bounds. */
class ComposeProfilesTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static String text = "";

    private final ComposeFile compose = ComposeFile.parse(text);

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(ROOT.resolve("docker-compose.yml"));
    }

    @Test
    void theDefaultStackHasNeitherClusterNorDashboards() {
        assertThat(compose.services().values().stream()
                        .filter(service -> service.profiles().isEmpty())
                        .map(ComposeFile.Service::name))
                .containsExactlyInAnyOrder("postgres", "kafka", "hq", "channel-harbor", "channel-online");
        assertThat(compose.services().values())
                .flatExtracting(ComposeFile.Service::profiles)
                .containsOnly("cluster", "observability");
    }

    @Test
    void everyContainerIsBounded() {
        assertThat(compose.services().values()).allSatisfy(service -> {
            assertThat(service.body()).as(service.name()).containsKeys("mem_limit", "logging");
            assertThat(service.list("cap_drop")).as(service.name()).containsExactly("ALL");
            assertThat(service.list("security_opt")).as(service.name()).containsExactly("no-new-privileges:true");
            assertThat(service.image()).as(service.name()).contains(":").doesNotEndWith(":latest");
        });
        assertThat(compose.own()).allSatisfy(service -> {
            assertThat(service.body())
                    .as(service.name())
                    .containsEntry("read_only", true)
                    .containsEntry("stop_grace_period", "30s")
                    .doesNotContainKey("cap_add");
            assertThat(service.list("tmpfs")).as(service.name()).containsExactly("/tmp");
        });
    }

    @Test
    void noTwoServicesShareADatabaseRoleOrAPassword() {
        for (String variable :
                List.of("SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD", "SPRING_FLYWAY_USER")) {
            assertThat(compose.own().stream().map(service -> service.variable(variable)))
                    .as(variable)
                    .doesNotHaveDuplicates()
                    .doesNotContain("postgres");
        }
    }

    @Test
    void theClusterHasThreeBrokersAndAProxyInPlaceOfFixedPorts() throws IOException {
        Map<String, String> variables = variables(Files.readString(ROOT.resolve("docker/cluster.env")));
        ComposeFile cluster = ComposeFile.parse(text, variables);

        assertThat(Stream.of("kafka", "kafka-2", "kafka-3").map(cluster::service))
                .allSatisfy(broker -> assertThat(broker.environment())
                        .containsEntry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3")
                        .containsEntry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@kafka:9093"))
                .extracting(broker -> broker.environment().get("KAFKA_NODE_ID"))
                .containsExactly("1", "2", "3");
        assertThat(cluster.service("hq").variable("HQ_TOPICS_REPLICAS")).isEqualTo("3");
        assertThat(cluster.own())
                .flatExtracting(ComposeFile.Service::ports)
                .allMatch(it -> it.startsWith("127.0.0.1::"));
        assertThat(cluster.service("channel-harbor").variable("COUNTERPART_HQ_URL"))
                .isEqualTo("http://proxy:8080");
        String proxy = Files.readString(ROOT.resolve("docker/haproxy/haproxy.cfg"));
        assertThat(cluster.own())
                .allSatisfy(service -> assertThat(proxy)
                        .contains("%s:%s port %s"
                                .formatted(
                                        service.name(),
                                        service.variable("SERVER_PORT"),
                                        service.variable("MANAGEMENT_SERVER_PORT"))));
        assertThat(text)
                .contains(variables.keySet().stream()
                        .filter(name -> !name.startsWith("COMPOSE_"))
                        .map(name -> "${" + name)
                        .toArray(String[]::new));
    }

    private static Map<String, String> variables(String file) {
        return file.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
