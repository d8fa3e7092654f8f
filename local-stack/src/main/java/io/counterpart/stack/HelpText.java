package io.counterpart.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.counterpart.stack.process.StackPort;

/** The options of the command line with their descriptions. */
final class HelpText {

    private static final Map<String, String> OPTIONS = options();

    private HelpText() {}

    static List<String> names() {
        return new ArrayList<>(OPTIONS.keySet());
    }

    static String text() {
        var text = new StringBuilder(
                "Starts PostgreSQL, Kafka, HQ and two channel services, then runs a guided tour.\n\n");
        OPTIONS.forEach((name, meaning) -> text.append("  --%-32s %s%n".formatted(name, meaning)));
        return text.append(
                        "\nWith Maven: ./mvnw -q spring-boot:run -Dspring-boot.run.arguments=\"--fresh=true --hq.port=8180\"\n")
                .toString();
    }

    private static Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("help", "show this help");
        options.put("fresh", "true: delete the data of earlier runs first");
        options.put("tour", "false: skip the guided tour");
        options.put("tour.exit", "true: exit after the tour, with status 0 if all steps passed, otherwise 1");
        options.put("data", "directory for data and logs (default: .local-stack in the project)");
        options.put("ports", "free: use free ports instead of the defaults");
        options.put("twice", "services to run with a second instance, for example hq,harbor");
        for (StackPort port : StackPort.values()) {
            options.put(port.option(), "port of %s (default: %d)".formatted(port.listener(), port.usual()));
        }
        options.put("hq.jvm", "additional JVM arguments for HQ, separated by spaces");
        options.put("harbor.jvm", "additional JVM arguments for channel service harbor");
        options.put("online.jvm", "additional JVM arguments for channel service online");
        return options;
    }
}
