package io.counterpart.testsupport.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.testsupport.requests.ApiOperation.Parameter;

/** A committed OpenAPI document. */
public final class OpenApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode document;

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    public static OpenApiDocument read(Path file) {
        try {
            return new OpenApiDocument(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<ApiOperation> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .map(method -> operation(path.getKey(), method.getKey(), method.getValue())))
                .toList();
    }

    private static ApiOperation operation(String path, String method, JsonNode operation) {
        var bodies = new LinkedHashMap<String, JsonNode>();
        operation
                .path("requestBody")
                .path("content")
                .propertyStream()
                .forEach(content ->
                        bodies.put(content.getKey(), content.getValue().path("schema")));
        List<Parameter> parameters = operation
                .path("parameters")
                .valueStream()
                .map(it -> new Parameter(
                        it.path("name").asString(),
                        it.path("in").asString(),
                        it.path("required").asBoolean(false),
                        it.path("schema")))
                .toList();
        return new ApiOperation(method.toUpperCase(Locale.ROOT), path, parameters, Map.copyOf(bodies));
    }

    /** Follows a reference to the schema that it names. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
    }
}
