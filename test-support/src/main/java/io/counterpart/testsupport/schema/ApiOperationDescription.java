package io.counterpart.testsupport.schema;

import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** One operation in an OpenAPI document. */
public record ApiOperationDescription(String method, String path, JsonNode description) {

    public String id() {
        return description.path("operationId").asString("");
    }

    /** The media type and the example of the request body. */
    public Optional<Map.Entry<String, JsonNode>> body() {
        return description
                .path("requestBody")
                .path("content")
                .propertyStream()
                .findFirst()
                .map(body -> Map.entry(body.getKey(), body.getValue().path("example")));
    }

    public boolean requires(String header) {
        return description
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString("").equals(header)
                        && parameter.path("required").asBoolean(false));
    }

    public boolean describes(int status) {
        return description.path("responses").has(String.valueOf(status));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
