package io.counterpart.hq.topics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

import static org.assertj.core.api.Assertions.assertThat;

/** This service reads every event of the contract as it stood on the wire, and loses nothing of it. */
class GoldenEventsTests {

    private static final Map<String, Class<?>> TYPES = Map.of(
            "customer-operation", CustomerOperation.class,
            "customer-snapshot", CustomerSnapshot.class,
            "customer-converted", CustomerConverted.class,
            "channel-configuration", ChannelConfiguration.class,
            "global-configuration", GlobalConfiguration.class,
            "job-command", JobCommand.class,
            "channel-report", ChannelReport.class);

    private final JsonMapper plain = JsonMapper.shared();
    private final WireJson json = new WireJson();

    static Stream<Resource> files() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:golden/*.json"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatStoodOnTheWire(Resource file) throws IOException {
        String golden = file.getContentAsString(StandardCharsets.UTF_8);

        Object event = json.read(golden, typeOf(file));

        assertThat(withoutNulls(json.write(event))).isEqualTo(withoutNulls(golden));
    }

    @ParameterizedTest
    @MethodSource("files")
    void passesOverWhatALaterVersionAdds(Resource file) throws IOException {
        var later = (ObjectNode) plain.readTree(file.getContentAsString(StandardCharsets.UTF_8));
        later.put("fieldOfALaterVersion", "whatever");

        Object event = json.read(later.toString(), typeOf(file));

        assertThat(json.write(event)).doesNotContain("fieldOfALaterVersion");
    }

    @Test
    void findsTheFiles() throws IOException {
        assertThat(files()).hasSizeGreaterThan(15);
    }

    private static Class<?> typeOf(Resource file) {
        String name = String.valueOf(file.getFilename());
        return Objects.requireNonNull(TYPES.get(name.substring(0, name.indexOf('.'))), name);
    }

    private JsonNode withoutNulls(String json) {
        JsonNode tree = plain.readTree(json);
        removeNulls(tree);
        return tree;
    }

    private static void removeNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeNulls();
        }
        node.forEach(GoldenEventsTests::removeNulls);
    }
}
