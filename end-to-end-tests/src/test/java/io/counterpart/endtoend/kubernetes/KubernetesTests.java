package io.counterpart.endtoend.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.endtoend.compose.ConfigurationPropertyCatalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The manifests, as they are written, fit the models of Kubernetes and of Strimzi, the image and the applications. */
class KubernetesTests {

    private static final Map<String, String> IMAGE =
            Map.of("http", "SERVER_PORT", "management", "MANAGEMENT_SERVER_PORT");
    // Their further keys are those of the Kafka client.
    private static final String MAP = "SPRING_KAFKA_PROPERTIES_";

    @Test
    void everyResourceHasOnlyFieldsThatItsKindHas() throws IOException {
        assertThat(Manifests.files())
                .hasSizeGreaterThan(12)
                .allSatisfy(file -> assertThat(Manifests.resources(file))
                        .filteredOn(resource -> !"Cluster".equals(resource.get("kind")))
                        .allSatisfy(StrictModel::read));
    }

    @Test
    void aMisspelledFieldIsFound() throws IOException {
        Map<String, Object> deployment = Manifests.resources(deployment("hq")).get(0);
        inner(inner(deployment, "spec"), "template").put("specc", Map.of());

        assertThatThrownBy(() -> StrictModel.read(deployment)).hasMessageContaining("specc");
    }

    @ParameterizedTest
    @CsvSource({"hq, hq-service", "channel, channel-service"})
    void everyVariableIsReadByItsService(String name, String module) throws IOException {
        ConfigurationPropertyCatalog known = ConfigurationPropertyCatalog.of(Manifests.ROOT.resolve(module));

        assertThat(container(name).getEnv())
                .extracting(EnvVar::getName)
                .hasSizeGreaterThan(8)
                .filteredOn(variable -> !variable.startsWith(MAP))
                .allMatch(known::areReadFrom, "is read");
        assertThat(literals(name)).contains("SPRING_DATASOURCE_URL").allMatch(known::areReadFrom, "is read");
    }

    @ParameterizedTest
    @CsvSource({"hq", "channel"})
    void portsAndUserAreThoseOfTheImage(String name) throws IOException {
        String dockerfile = Files.readString(Manifests.ROOT.resolve("Dockerfile"));
        PodSpec pod = pod(name);

        for (ContainerPort port : container(name).getPorts()) {
            assertThat(dockerfile).contains("%s=%d".formatted(IMAGE.get(port.getName()), port.getContainerPort()));
        }
        assertThat(dockerfile)
                .contains("USER %d:%d\n"
                        .formatted(
                                pod.getSecurityContext().getRunAsUser(),
                                pod.getSecurityContext().getRunAsGroup()));
        assertThat(services(name))
                .flatExtracting(service -> service.getSpec().getPorts())
                .extracting(port -> port.getTargetPort().getStrVal())
                .containsOnly("http");
    }

    @ParameterizedTest
    @CsvSource({"hq", "channel"})
    void probesAskTheManagementPortWithoutADependencyInLiveness(String name) throws IOException {
        Container container = container(name);

        assertThat(Stream.of(container.getStartupProbe(), container.getLivenessProbe()))
                .extracting(Probe::getHttpGet)
                .extracting(HTTPGetAction::getPath)
                .containsOnly("/actuator/health/liveness");
        HTTPGetAction ready = container.getReadinessProbe().getHttpGet();
        assertThat(ready.getPath()).isEqualTo("/actuator/health/readiness");
        assertThat(ready.getPort().getStrVal()).isEqualTo("management");
    }

    @ParameterizedTest
    @CsvSource({"hq", "channel"})
    void aPodHasNoRightsAndBoundedMemory(String name) throws IOException {
        PodSpec pod = pod(name);
        Container container = container(name);

        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits().get("memory"))
                .isEqualTo(container.getResources().getRequests().get("memory"));
        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().matches(".*(PASSWORD|TOKEN|PRIVATE_KEY|JAAS_CONFIG)"))
                .hasSizeGreaterThan(3)
                .allSatisfy(secret ->
                        assertThat(secret.getValueFrom().getSecretKeyRef()).isNotNull());
    }

    @Test
    void onlyHqWritesWhatHqPublishes() throws IOException {
        List<String> published = List.of("cdx.1010", "cdx.1070", "cdx.1110", "cdx.control", "customers.converted");

        assertThat(mayWrite("base/channel/kafka-user.yaml", published)).isEmpty();
        assertThat(mayWrite("base/channel/kafka-user.yaml", List.of("cdx.p-0001", "cdx.sessions")))
                .containsExactly("cdx.p-0001", "cdx.sessions");
        assertThat(mayWrite("base/kafka/user-hq.yaml", published)).isEqualTo(published);
    }

    private static List<String> mayWrite(String file, List<String> topics) {
        Map<String, Object> user =
                Manifests.resources(Manifests.DIRECTORY.resolve(file)).get(0);
        List<?> rules = (List<?>) inner(inner(user, "spec"), "authorization").get("acls");
        List<Map<?, ?>> writing = Objects.requireNonNull(rules).stream()
                .<Map<?, ?>>map(rule -> (Map<?, ?>) rule)
                .filter(rule -> String.valueOf(rule.get("operations")).contains("Write"))
                .<Map<?, ?>>map(rule -> (Map<?, ?>) rule.get("resource"))
                .toList();
        return topics.stream()
                .filter(topic -> writing.stream().anyMatch(rule -> covers(rule, topic)))
                .toList();
    }

    private static boolean covers(Map<?, ?> rule, String topic) {
        String name = String.valueOf(rule.get("name"));
        return "topic".equals(rule.get("type"))
                && ("prefix".equals(rule.get("patternType")) ? topic.startsWith(name) : topic.equals(name));
    }

    private static List<Service> services(String name) {
        return Manifests.resources(Manifests.DIRECTORY.resolve("base/" + name + "/service.yaml")).stream()
                .map(resource -> StrictModel.read(resource, Service.class))
                .toList();
    }

    private static Container container(String name) {
        return pod(name).getContainers().get(0);
    }

    private static PodSpec pod(String name) {
        return StrictModel.read(Manifests.resources(deployment(name)).get(0), Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec();
    }

    private static Path deployment(String name) {
        return Manifests.DIRECTORY.resolve("base/" + name + "/deployment.yaml");
    }

    private static List<String> literals(String name) throws IOException {
        String directory = "hq".equals(name) ? "base/hq" : "channels/harbor";
        return Files.readAllLines(Manifests.DIRECTORY.resolve(directory + "/kustomization.yaml")).stream()
                .map(String::strip)
                .filter(line -> line.matches("- [A-Z_]+=.*"))
                .map(line -> line.substring(2, line.indexOf('=')))
                .toList();
    }

    @SuppressWarnings("unchecked") // another form is invalid here
    private static Map<String, Object> inner(Map<String, Object> node, String key) {
        return (Map<String, Object>) Objects.requireNonNull(node.get(key));
    }
}
