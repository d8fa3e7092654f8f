package io.counterpart.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.counterpart.stack.process.StackPort;

/** The options of the command line, each with what it does. */
final class HelpText {

    private static final Map<String, String> OPTIONS = options();

    private HelpText() {}

    static List<String> names() {
        return new ArrayList<>(OPTIONS.keySet());
    }

    static String text() {
        var text = new StringBuilder(
                "Starts PostgreSQL, Kafka, HQ and two channel services, and takes the guided tour.\n\n");
        OPTIONS.forEach((name, meaning) -> text.append("  --%-32s %s%n".formatted(name, meaning)));
        return text.append(
                        "\nWith Maven: ./mvnw -q spring-boot:run -Dspring-boot.run.arguments=\"--fresh=true --hq.port=8180\"\n")
                .toString();
    }

    private static Map<String, String> options() {
        var options = new LinkedHashMap<String, String>();
        options.put("help", "shows this");
        options.put("fresh", "true: removes the data of earlier runs first");
        options.put("tour", "false: starts without the guided tour");
        options.put("tour.exit", "true: ends after the tour, with exit status 0 when every step held, else 1");
        options.put("data", "directory for data and logs (default: .local-stack in the clone)");
        options.put("ports", "free: takes ports that are free now instead of the usual ones");
        options.put("twice", "services that get a second process, for example hq,harbor");
        for (StackPort port : StackPort.values()) {
            options.put(port.option(), "port of %s (default: %d)".formatted(port.listener(), port.usual()));
        }
        options.put("hq.jvm", "more arguments for the JVM of HQ, separated by spaces");
        options.put("harbor.jvm", "the same for the channel service harbor");
        options.put("online.jvm", "the same for the channel service online");
        return options;
    }
}
