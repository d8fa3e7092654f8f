package io.counterpart.endtoend.kubernetes;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What kubectl makes of the overlays; skipped where it is not installed. */
class KustomizeTests {

    @ParameterizedTest
    @ValueSource(strings = {"overlays/local", "overlays/production"})
    void everyResourceFitsItsModelAndEveryNameIsThere(String overlay) throws Exception {
        Assumptions.assumeTrue(Manifests.canBeRendered(), "kubectl is not installed");
        List<Map<String, Object>> resources = Manifests.rendered(overlay);

        assertThat(resources)
                .hasSizeGreaterThan(25)
                .filteredOn(resource -> !"Cluster".equals(resource.get("kind")))
                .allSatisfy(StrictModel::read);
        assertThat(all(resources, "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class))
                .isNotEmpty()
                .allSatisfy(autoscaler -> assertThat(names(resources, "Deployment"))
                        .contains(autoscaler.getSpec().getScaleTargetRef().getName()));
        assertThat(all(resources, "Deployment", Deployment.class))
                .hasSizeGreaterThan(1)
                .flatExtracting(deployment -> deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getEnvFrom())
                .map(source -> source.getConfigMapRef().getName())
                .doesNotHaveDuplicates()
                .isSubsetOf(names(resources, "ConfigMap"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/local", "overlays/production"})
    void aChannelDatabaseUsesItsOwnSecretsGroupsAndPods(String overlay) throws Exception {
        Assumptions.assumeTrue(Manifests.canBeRendered(), "kubectl is not installed");
        List<Map<String, Object>> resources = Manifests.rendered(overlay);

        assertThat(resources)
                .filteredOn(resource -> name(resource).matches("(kafka-user-)?channel(-database)?-harbor.*"))
                .hasSizeGreaterThan(6)
                .allSatisfy(resource -> assertThat(resource.toString())
                        .doesNotContain("secretKeyRef={name=channel,", "name=channel-database-app", "name=channel.,"));
        assertThat(all(resources, "NetworkPolicy", NetworkPolicy.class))
                .filteredOn(policy -> policy.getMetadata().getName().startsWith("channel-"))
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(policy.getSpec().getEgress().toString())
                        .doesNotContain("counterpart.io/channel-database"));
    }

    private static <T> List<T> all(List<Map<String, Object>> resources, String kind, Class<T> type) {
        return resources.stream()
                .filter(resource -> kind.equals(resource.get("kind")))
                .map(resource -> StrictModel.read(resource, type))
                .toList();
    }

    private static List<String> names(List<Map<String, Object>> resources, String kind) {
        return resources.stream()
                .filter(resource -> kind.equals(resource.get("kind")))
                .map(KustomizeTests::name)
                .toList();
    }

    private static String name(Map<String, Object> resource) {
        return String.valueOf(((Map<?, ?>) resource.getOrDefault("metadata", Map.of())).get("name"));
    }
}
