package io.counterpart.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.counterpart.stack.process.Port;

/**
 * One service of the stack.
 *
 * @param module the directory of its module
 * @param environment its settings
 * @param management where its actuator listens
 */
record ServiceSpecification(
        String name,
        Path module,
        String mainClass,
        Map<String, String> environment,
        URI management,
        ServiceTuning tuning) {

    List<Port> ports() {
        return List.of(Port.of(name), Port.managementOf(name));
    }

    String title() {
        return name.startsWith("hq") ? name.replace("hq", "HQ") : "The channel service " + name;
    }
}
