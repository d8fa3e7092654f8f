package io.counterpart.testsupport.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** An OpenAPI document: what it has to say of every operation, and whether responses are as described. */
public final class ApiDocument {

    private static final List<String> ALWAYS = List.of("400", "401", "403", "429", "503", "default");
    private static final List<String> CHECKED_HEADERS = List.of("ETag", "Location", "Retry-After", "WWW-Authenticate");

    private final JsonNode document;
    private final SchemaCheck check;

    public ApiDocument(JsonNode document) {
        this.document = document;
        this.check = new SchemaCheck(document);
    }

    public List<ApiOperationDescription> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> new ApiOperationDescription(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .toList();
    }

    /** What is missing in the descriptions of operations. */
    public List<String> omissions() {
        var found = new ArrayList<String>();
        Set<String> ids = new HashSet<>();
        List<String> tags = document.path("tags")
                .valueStream()
                .map(tag -> tag.path("name").asString())
                .toList();
        for (ApiOperationDescription operation : operations()) {
            if (operation.description().path("summary").asString("").isEmpty()) {
                found.add(operation + ": no summary");
            }
            if (!ids.add(operation.id())) {
                found.add(operation + ": the operationId of another operation");
            }
            if (!tags.contains(operation.description().path("tags").path(0).asString(""))) {
                found.add(operation + ": a tag that is not in the list");
            }
            addOmittedProblems(operation, found);
            addExamples(operation, found);
        }
        return found;
    }

    private void addOmittedProblems(ApiOperationDescription operation, List<String> found) {
        JsonNode responses = operation.description().path("responses");
        ALWAYS.stream()
                .filter(status -> !responses.has(status))
                .forEach(status -> found.add(operation + ": no response " + status));
        responses
                .propertyStream()
                .filter(response -> !response.getKey().startsWith("2"))
                .filter(response -> !check.resolved(response.getValue())
                        .at("/content/application~1problem+json/schema/$ref")
                        .asString("")
                        .endsWith("/ProblemView"))
                .forEach(response -> found.add(operation + ": no problem for " + response.getKey()));
    }

    private void addExamples(ApiOperationDescription operation, List<String> found) {
        JsonNode description = operation.description();
        Stream.concat(
                        Stream.of(description.path("requestBody")),
                        description.path("responses").valueStream().map(check::resolved))
                .flatMap(body -> body.path("content").valueStream())
                .filter(body -> !body.at("/schema/$ref").asString("").endsWith("/ProblemView") || body.has("example"))
                .forEach(body -> {
                    if (body.has("example")) {
                        check.differences(body.path("schema"), body.path("example"))
                                .forEach(difference -> found.add(operation + ": example: " + difference));
                    } else {
                        found.add(operation + ": no example");
                    }
                });
    }

    /** The differences between a response and its description; problems may have further members. */
    public List<String> differences(ApiOperationDescription operation, ApiResponseView response) {
        JsonNode described =
                check.resolved(operation.description().path("responses").path(String.valueOf(response.status())));
        if (described.isMissingNode()) {
            return List.of("%s: %d is not described: %s".formatted(operation, response.status(), response.body()));
        }
        var found = new ArrayList<String>();
        for (String header : CHECKED_HEADERS) {
            boolean sent = response.headers().contains(header.toLowerCase(Locale.ROOT));
            if (described.path("headers").has(header) != sent) {
                found.add("%s: %d %s %s".formatted(operation, response.status(), sent ? "with" : "without", header));
            }
        }
        JsonNode content = described.path("content");
        if (content.isEmpty() != response.body().isMissingNode()) {
            found.add("%s: %d has the body %s".formatted(operation, response.status(), response.body()));
        }
        content.valueStream()
                .findFirst()
                .ifPresent(body -> check.differences(body.path("schema"), response.body()).stream()
                        .filter(difference -> response.status() < 400 || !difference.endsWith("is not declared"))
                        .forEach(difference ->
                                found.add("%s: %d: %s".formatted(operation, response.status(), difference))));
        return found;
    }
}
