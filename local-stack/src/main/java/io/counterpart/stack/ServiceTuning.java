package io.counterpart.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Start settings for one service that differ from the defaults.
 *
 * @param jvmArguments last on the command line, so that they override the defaults
 * @param properties of Spring, by name; for PostgreSQL its settings
 */
record ServiceTuning(List<String> jvmArguments, Map<String, String> properties) {

    static final ServiceTuning NONE = new ServiceTuning(List.of(), Map.of());

    ServiceTuning {
        jvmArguments = List.copyOf(jvmArguments);
        properties = Map.copyOf(properties);
    }

    ServiceTuning plusJvm(List<String> more) {
        return new ServiceTuning(
                Stream.concat(jvmArguments.stream(), more.stream()).toList(), properties);
    }

    ServiceTuning plusProperty(String name, String value) {
        var changed = new LinkedHashMap<>(properties);
        changed.put(name, value);
        return new ServiceTuning(jvmArguments, changed);
    }

    List<String> arguments() {
        return Stream.concat(
                        properties.entrySet().stream()
                                .map(entry -> "-D%s=%s".formatted(entry.getKey(), entry.getValue())),
                        jvmArguments.stream())
                .toList();
    }
}
