package io.counterpart.endtoend.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights that the commands of the documentation give, one binding for each operation on each resource. */
final class DocumentedRights {

    static final Path DOCUMENT = Path.of("..", "docs", "transport-security.md");
    private static final String COMMAND = "grant ";

    private DocumentedRights() {}

    /** The rights of the commands below a heading of the document. */
    static List<AclBinding> below(String heading) {
        return section(heading)
                .filter(line -> line.startsWith(COMMAND))
                .flatMap(DocumentedRights::rights)
                .toList();
    }

    private static Stream<String> section(String heading) {
        try {
            return Files.readAllLines(DOCUMENT).stream()
                    .dropWhile(line -> !line.equals(heading))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<AclBinding> rights(String command) {
        String principal = "";
        PatternType pattern = PatternType.LITERAL;
        var operations = new ArrayList<AclOperation>();
        var names = new ArrayList<Resource>();
        String[] words = command.substring(COMMAND.length()).split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            String value = words[i + 1];
            switch (words[i]) {
                case "--allow-principal" -> principal = value;
                case "--operation" -> operations.add(operation(value));
                case "--topic" -> names.add(new Resource(ResourceType.TOPIC, value));
                case "--group" -> names.add(new Resource(ResourceType.GROUP, value));
                case "--resource-pattern-type" ->
                    pattern = PatternType.fromString(value.toUpperCase(java.util.Locale.ROOT));
                default -> throw new IllegalArgumentException("Unknown option in " + command);
            }
        }
        return bindings(principal, operations, names, pattern).stream();
    }

    static List<AclBinding> bindings(
            String principal, List<AclOperation> operations, List<Resource> resources, PatternType pattern) {
        var bindings = new ArrayList<AclBinding>();
        for (Resource resource : resources) {
            for (AclOperation operation : operations) {
                bindings.add(new AclBinding(
                        new ResourcePattern(resource.resourceType(), resource.name(), pattern),
                        new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
            }
        }
        return bindings;
    }

    /** As Kafka's tools and Strimzi write it: {@code Read}, {@code DescribeConfigs}. */
    static AclOperation operation(String name) {
        return Stream.of(AclOperation.values())
                .filter(it -> it.name().replace("_", "").equalsIgnoreCase(name))
                .findFirst()
                .map(Objects::requireNonNull)
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
