package io.counterpart.hq.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.testsupport.schema.ApiDocument;

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
    void describesEveryOperationWithItsProblemsAndExamples() throws IOException {
        var document = new ApiDocument(served());

        assertThat(document.operations()).hasSizeGreaterThan(50);
        assertThat(document.omissions()).isEmpty();
    }

    private JsonNode served() throws IOException {
        var answer = http.get().uri("/v3/api-docs").exchange();
        return JSON.readTree(answer.getResponse().getContentAsString());
    }
}
