package io.counterpart.hq.description;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class OpenApiIT {

    private static final Path COMMITTED = Path.of("../docs/openapi/hq-service.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired
    MockMvcTester http;

    /** After a change of the API: {@code ./mvnw -pl hq-service -am verify -Dit.test=OpenApiIT -Dopenapi.write=true}. */
    @Test
    void saysWhatTheCommittedDocumentSays() throws IOException {
        JsonNode served = served();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, JSON.writeValueAsString(JSON.treeToValue(served, Object.class)) + "\n");
        }

        assertThat(JSON.readTree(Files.readString(COMMITTED))).isEqualTo(served);
    }

    @Test
    void describesEveryOperationWithItsProblems() throws IOException {
        var ids = new ArrayList<String>();

        served().path("paths")
                .propertyStream()
                .forEach(path -> path.getValue().propertyStream().forEach(operation -> {
                    JsonNode described = operation.getValue();
                    assertThat(described.path("summary").asString(""))
                            .as("%s %s", operation.getKey(), path.getKey())
                            .isNotEmpty();
                    assertThat(described.at("/responses/default/content").has("application/problem+json"))
                            .as("%s %s", operation.getKey(), path.getKey())
                            .isTrue();
                    ids.add(described.path("operationId").asString());
                }));
        assertThat(ids).hasSizeGreaterThan(50).doesNotHaveDuplicates();
    }

    private JsonNode served() throws IOException {
        var answer = http.get().uri("/v3/api-docs").exchange();
        var served = (ObjectNode) JSON.readTree(answer.getResponse().getContentAsString());
        // The address of the service is not part of the contract.
        served.remove("servers");
        return served;
    }
}
