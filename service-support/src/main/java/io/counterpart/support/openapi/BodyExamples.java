package io.counterpart.support.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Adds an example to the request and response bodies of an operation: the file {@code openapi/examples} with the name of
 * its schema, or of its operation if it has none.
 */
final class BodyExamples {

    private static final ObjectMapper JSON = Json31.mapper();
    private static final String PAGE = "ListResponse";

    private BodyExamples() {}

    static void complete(Operation operation) {
        if (operation.getRequestBody() != null) {
            complete(operation.getRequestBody().getContent(), operation);
        }
        operation.getResponses().values().forEach(response -> complete(response.getContent(), operation));
    }

    private static void complete(@Nullable Content content, Operation operation) {
        if (content != null) {
            content.values().stream()
                    .filter(body -> body.getSchema() != null)
                    .forEach(body -> complete(body, operation.getOperationId()));
        }
    }

    private static void complete(MediaType body, String operationId) {
        Schema<?> schema = body.getSchema();
        String reference = schema.get$ref();
        JsonNode example =
                example(reference == null ? operationId : reference.substring(reference.lastIndexOf('/') + 1));
        if (example != null) {
            body.setExample(example);
        }
    }

    private static @Nullable JsonNode example(String name) {
        if (name.startsWith(PAGE)) {
            JsonNode item = example(name.substring(PAGE.length()));
            return item == null ? null : page(item);
        }
        try (InputStream file =
                BodyExamples.class.getClassLoader().getResourceAsStream("openapi/examples/" + name + ".json")) {
            return file == null ? null : JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode page(JsonNode item) {
        ObjectNode page = JSON.createObjectNode();
        page.putArray("items").add(item);
        return page.putNull("nextCursor");
    }
}
