package io.counterpart.endtoend.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The services of a compose file, with merges and anchors resolved. */
record ComposeFile(Map<String, Service> services) {

    private static final String OWN = "counterpart/";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(:?-)([^}]*)}");

    static ComposeFile parse(String text) {
        return parse(text, Map.of());
    }

    /** With these variables; a variable that is missing has the default of the file. */
    static ComposeFile parse(String text, Map<String, String> variables) {
        Map<String, Object> root = new Yaml().load(resolve(text, variables));
        var services = new LinkedHashMap<String, Service>();
        mapOf(root.get("services")).forEach((name, body) -> services.put(name, new Service(name, mapOf(body))));
        return new ComposeFile(services);
    }

    // `${X-y}` is y if X is missing, `${X:-y}` also if X is empty.
    private static String resolve(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            String value = variables.get(match.group(1));
            boolean missing = value == null || (value.isEmpty() && ":-".equals(match.group(2)));
            return Matcher.quoteReplacement(missing ? match.group(3) : value);
        });
    }

    Service service(String name) {
        Service service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("There is no service %s among %s".formatted(name, services.keySet()));
        }
        return service;
    }

    /** The project's own services, whose images are built from this repository. */
    List<Service> own() {
        return services.values().stream()
                .filter(service -> service.image().startsWith(OWN))
                .toList();
    }

    @SuppressWarnings("unchecked") // a node that is not a map is invalid here
    private static Map<String, Object> mapOf(@Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    /** One service of the compose file. */
    record Service(String name, Map<String, Object> body) {

        String image() {
            return String.valueOf(body.get("image"));
        }

        /** The module that its image is built from. */
        String module() {
            return image().substring(OWN.length(), image().indexOf(':'));
        }

        /** The module that this service builds an image from; empty if it builds none. */
        Optional<String> builds() {
            return Optional.ofNullable(
                            mapOf(mapOf(body.get("build")).get("args")).get("MODULE"))
                    .map(String::valueOf);
        }

        List<String> list(String key) {
            return body.get(key) instanceof List<?> items
                    ? items.stream().map(String::valueOf).toList()
                    : List.of();
        }

        List<String> profiles() {
            return list("profiles");
        }

        Map<String, String> environment() {
            var environment = new LinkedHashMap<String, String>();
            mapOf(body.get("environment")).forEach((name, value) -> environment.put(name, String.valueOf(value)));
            return environment;
        }

        String variable(String name) {
            return Objects.requireNonNull(environment().get(name), name);
        }

        /** In the form {@code 127.0.0.1:8080:8080}. */
        List<String> ports() {
            return list("ports");
        }

        Set<String> waitsUntilHealthy() {
            var healthy = new LinkedHashMap<>(mapOf(body.get("depends_on")));
            healthy.values()
                    .removeIf(condition ->
                            !"service_healthy".equals(mapOf(condition).get("condition")));
            return healthy.keySet();
        }

        boolean hasHealthcheck() {
            return body.containsKey("healthcheck");
        }
    }
}
