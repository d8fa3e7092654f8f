package io.counterpart.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.counterpart.stack.process.StackPort;

/**
 * The specification of one service of the stack.
 *
 * @param module the directory of its module
 * @param environment its settings
 * @param management the address of its actuator
 */
record ServiceSpecification(
        String name,
        Path module,
        String mainClass,
        Map<String, String> environment,
        URI management,
        ServiceTuning tuning) {

    List<StackPort> ports() {
        return List.of(StackPort.of(name), StackPort.managementOf(name));
    }

    String title() {
        return name.startsWith("hq") ? name.replace("hq", "HQ") : "Channel service " + name;
    }
}
