package io.counterpart.channel.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.testsupport.schema.ApiDocument;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiIT extends ChannelServiceContext {

    private static final Path COMMITTED = Path.of("../docs/openapi/channel-service.json");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** After a change of the API: {@code ./mvnw -pl channel-service -am test -Dtest=OpenApiIT -Dopenapi.write=true}. */
    @Test
    void saysWhatTheCommittedDocumentSays() throws IOException {
        JsonNode served = served();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, JSON.writeValueAsString(JSON.treeToValue(served, Object.class)) + "\n");
        }

        assertThat(JSON.readTree(Files.readString(COMMITTED))).isEqualTo(served);
    }

    @Test
    void describesEveryOperationWithItsProblemsAndExamples() {
        JsonNode served = served();

        assertThat(served.path("openapi").asString()).startsWith("3.1");
        assertThat(served.path("paths").propertyStream().count()).isGreaterThan(10);
        assertThat(new ApiDocument(served).omissions()).isEmpty();
    }

    @Test
    void showsAReadablePage() {
        assertThat(harbor.with("").get("/docs").status()).isIn(200, 302);
    }

    private JsonNode served() {
        return harbor.with("").get("/v3/api-docs").json();
    }
}
