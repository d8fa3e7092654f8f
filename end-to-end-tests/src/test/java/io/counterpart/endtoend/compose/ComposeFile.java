package io.counterpart.endtoend.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The services of a compose file, with merges and anchors resolved. */
record ComposeFile(Map<String, Service> services) {

    static ComposeFile parse(String text) {
        Map<String, Object> root = new Yaml().load(text);
        var services = new LinkedHashMap<String, Service>();
        mapOf(root.get("services")).forEach((name, body) -> services.put(name, new Service(name, mapOf(body))));
        return new ComposeFile(services);
    }

    Service service(String name) {
        Service service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("There is no service %s among %s".formatted(name, services.keySet()));
        }
        return service;
    }

    /** The project's own services, which are built from this repository. */
    List<Service> built() {
        return services.values().stream()
                .filter(service -> service.body.containsKey("build"))
                .toList();
    }

    @SuppressWarnings("unchecked") // a node that is not a map is invalid here
    private static Map<String, Object> mapOf(@Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    /** One service of the compose file. */
    record Service(String name, Map<String, Object> body) {

        /** The module that its image is built from. */
        String module() {
            return String.valueOf(mapOf(mapOf(body.get("build")).get("args")).get("MODULE"));
        }

        Map<String, String> environment() {
            var environment = new LinkedHashMap<String, String>();
            mapOf(body.get("environment")).forEach((name, value) -> environment.put(name, String.valueOf(value)));
            return environment;
        }

        /** In the form {@code 127.0.0.1:8080:8080}. */
        List<String> ports() {
            return body.get("ports") instanceof List<?> ports
                    ? ports.stream().map(String::valueOf).toList()
                    : List.of();
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
