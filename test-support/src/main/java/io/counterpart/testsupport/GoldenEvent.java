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

/** A recorded event of the contract as it was serialized, which every service must be able to read. */
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

    /** Returns all events on the class path. */
    public static Stream<GoldenEvent> all() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:golden/*.json"))
                .map(GoldenEvent::of);
    }

    /** The type that the event is deserialized to. */
    public Class<?> type() {
        return Objects.requireNonNull(TYPES.get(name.substring(0, name.indexOf('.'))), name);
    }

    /** The same event from a newer sender that adds one field. */
    public String ofALaterVersion() {
        var later = (ObjectNode) PLAIN.readTree(json);
        later.put("fieldOfALaterVersion", "whatever");
        return later.toString();
    }

    /** JSON without its nulls: each service chooses whether to write them. */
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
