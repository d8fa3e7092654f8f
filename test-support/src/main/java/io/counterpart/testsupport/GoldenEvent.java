package io.counterpart.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.snapshot.CustomerConverted;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** An event of the contract as it stood on the wire, for every service to read. */
public record GoldenEvent(String name, String json) {

    private static final JsonMapper PLAIN = JsonMapper.shared();

    private static final Map<String, Class<?>> TYPES = Map.of(
            "customer-operation", CustomerOperation.class,
            "customer-snapshot", CustomerSnapshot.class,
            "customer-converted", CustomerConverted.class,
            "channel-configuration", ChannelConfiguration.class,
            "global-configuration", GlobalConfiguration.class,
            "job-command", JobCommand.class,
            "channel-report", ChannelReport.class);

    /** All that the class path has. */
    public static Stream<GoldenEvent> all() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:golden/*.json"))
                .map(GoldenEvent::of);
    }

    /** What it is read as. */
    public Class<?> type() {
        return Objects.requireNonNull(TYPES.get(name.substring(0, name.indexOf('.'))), name);
    }

    /** The same event from a sender that knows one field more. */
    public String ofALaterVersion() {
        var later = (ObjectNode) PLAIN.readTree(json);
        later.put("fieldOfALaterVersion", "whatever");
        return later.toString();
    }

    /** JSON without its nulls: whether they are written is each service's own choice. */
    public static JsonNode withoutNulls(String json) {
        JsonNode tree = PLAIN.readTree(json);
        removeNulls(tree);
        return tree;
    }

    private static void removeNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeNulls();
        }
        node.forEach(GoldenEvent::removeNulls);
    }

    private static GoldenEvent of(Resource file) {
        try {
            return new GoldenEvent(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
