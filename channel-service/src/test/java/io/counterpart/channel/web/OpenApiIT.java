package io.counterpart.channel.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.channel.testing.ChannelServiceContext;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiIT extends ChannelServiceContext {

    private static final Path COMMITTED = Path.of("../docs/openapi/channel-service.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** After a change of the API: {@code ./mvnw -pl channel-service -am test -Dtest=OpenApiIT -Dopenapi.write=true}. */
    @Test
    void saysWhatTheCommittedDocumentSays() throws IOException {
        ObjectNode served = (ObjectNode) harbor.with("").get("/v3/api-docs").json();
        // The address of the running service is not part of the contract.
        served.remove("servers");
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, JSON.writeValueAsString(JSON.treeToValue(served, Object.class)) + "\n");
        }

        assertThat(JSON.readTree(Files.readString(COMMITTED))).isEqualTo(served);
    }

    @Test
    void describesEveryOperationWithItsProblems() {
        JsonNode served = harbor.with("").get("/v3/api-docs").json();

        assertThat(served.path("openapi").asString()).startsWith("3.1");
        assertThat(served.path("paths").propertyStream().count()).isGreaterThan(10);
        served.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    assertThat(operation.path("summary").asString(""))
                            .as("%s", operation)
                            .isNotEmpty();
                    assertThat(operation
                                    .path("responses")
                                    .path("default")
                                    .path("content")
                                    .has("application/problem+json"))
                            .as("%s", operation)
                            .isTrue();
                }));
    }

    @Test
    void showsAReadablePage() {
        assertThat(harbor.with("").get("/docs").status()).isIn(200, 302);
    }
}
