package io.counterpart.stack.kafka;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

import io.counterpart.stack.process.StackException;

/** Formats a data directory for a Kafka cluster, which the broker does not do by itself. */
final class BrokerStorage {

    private BrokerStorage() {}

    static void formatOnce(Path data, Path settings, BrokerSecurity security) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        var output = new ByteArrayOutputStream();
        String cluster = Uuid.randomUuid().toString();
        var arguments = new ArrayList<>(List.of("format", "--cluster-id", cluster, "--config", settings.toString()));
        arguments.addAll(security.users());
        int status = StorageTool.execute(
                arguments.toArray(String[]::new), new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new StackException("Kafka cannot create its data directory %s: %s"
                    .formatted(data, output.toString(StandardCharsets.UTF_8).strip()));
        }
    }
}
