package io.counterpart.endtoend.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The users of Kafka in the manifests have the documented rights, and no others. */
class KafkaRightsTests {

    private static final Path MANIFESTS = Path.of("..", "kubernetes");

    @Test
    void theUserOfHq() throws IOException {
        assertThat(manifest("base/kafka/user-hq.yaml", "User:hq"))
                .isEqualTo(withoutCreate("### Rights of HQ", "### Rights to requeue dead letters"));
    }

    @Test
    void theUserOfAChannelDatabase() throws IOException {
        // Each channel database replaces the prefix of its groups.
        String text = Files.readString(MANIFESTS.resolve("base/channel/kafka-user.yaml"));
        assertThat(Files.readString(MANIFESTS.resolve("channels/harbor/kustomization.yaml")))
                .contains("path: /spec/authorization/acls/0/resource/name\n        value: channel.harbor.\n");

        assertThat(rights(text.replace("name: channel.\n", "name: channel.harbor.\n"), "User:channel-harbor"))
                .isEqualTo(withoutCreate("### Rights of a channel database"));
    }

    private static Set<AclBinding> withoutCreate(String... headings) {
        Set<AclBinding> documented = Stream.of(headings)
                .flatMap(heading -> DocumentedRights.below(heading).stream())
                .filter(right -> right.entry().operation() != AclOperation.CREATE)
                .collect(Collectors.toSet());
        assertThat(documented).hasSizeGreaterThan(5);
        return documented;
    }

    private static Set<AclBinding> manifest(String file, String principal) throws IOException {
        return rights(Files.readString(MANIFESTS.resolve(file)), principal);
    }

    private static Set<AclBinding> rights(String manifest, String principal) {
        Map<String, Object> user = new Yaml().load(manifest);
        var found = new HashSet<AclBinding>();
        for (Object rule : list(map(map(user, "spec"), "authorization"), "acls")) {
            Map<?, ?> resource = map((Map<?, ?>) rule, "resource");
            var type = ResourceType.fromString(text(resource, "type").toUpperCase(Locale.ROOT));
            PatternType pattern =
                    text(resource, "patternType").equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL;
            List<AclOperation> operations = list((Map<?, ?>) rule, "operations").stream()
                    .map(it -> DocumentedRights.operation(it.toString()))
                    .toList();
            found.addAll(DocumentedRights.bindings(
                    principal, operations, List.of(new Resource(type, text(resource, "name"))), pattern));
        }
        return found;
    }

    private static String text(Map<?, ?> node, String key) {
        return String.valueOf(node.get(key));
    }

    private static Map<?, ?> map(Map<?, ?> node, String key) {
        return (Map<?, ?>) Objects.requireNonNull(node.get(key));
    }

    private static List<?> list(Map<?, ?> node, String key) {
        return (List<?>) Objects.requireNonNull(node.get(key));
    }
}
