package io.counterpart.support.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import io.counterpart.support.problem.ProblemCatalog;
import io.counterpart.support.problem.ProblemType;
import io.counterpart.support.problem.StandardProblem;

/** The problem responses and the response headers of an OpenAPI document: each is defined once and referenced. */
final class ResponseComponents {

    private static final Map<String, String> HEADERS = Map.of(
            "ETag", "The version of the resource. A change sends it back in If-Match.",
            "Location", "The path of the created resource",
            "Idempotent-Replayed", "true: the request was a repetition and had no further effect. Otherwise omitted.",
            "Retry-After", "Seconds to wait before the same request is sent again",
            "WWW-Authenticate", "The authentication scheme: Bearer");

    private final OpenAPI api;
    private final ProblemCatalog catalog;

    ResponseComponents(OpenAPI api, ProblemCatalog catalog) {
        this.api = api;
        this.catalog = catalog;
    }

    Header header(String name) {
        String description = HEADERS.get(name);
        if (description == null) {
            throw new IllegalArgumentException("No description of the header " + name);
        }
        String type = name.equals("Retry-After") ? "integer" : "string";
        var header = new Header().description(description).schema(new Schema<>().types(Set.of(type)));
        api.getComponents().addHeaders(name, header);
        return new Header().$ref("#/components/headers/" + name);
    }

    ApiResponse problem(String status) {
        List<ProblemType> types = catalog.types().stream()
                .filter(type -> type.status() == Integer.parseInt(status))
                // The general type is a better example than a special one.
                .sorted(Comparator.comparing(type -> !(type instanceof StandardProblem)))
                .toList();
        if (types.isEmpty()) {
            throw new IllegalArgumentException("No problem type has status " + status);
        }
        String name = "Problem" + status;
        ApiResponse response = response(describe(types), new MediaType().example(example(types.get(0))));
        headersOf(status).forEach(header -> response.addHeaderObject(header, header(header)));
        api.getComponents().addResponses(name, response);
        return new ApiResponse().$ref("#/components/responses/" + name);
    }

    ApiResponse anyOtherProblem() {
        api.getComponents()
                .addResponses(
                        "Problem",
                        response("Any other problem. The type is the path of its description.", new MediaType()));
        return new ApiResponse().$ref("#/components/responses/Problem");
    }

    private static ApiResponse response(String description, MediaType body) {
        body.setSchema(new Schema<>().$ref("#/components/schemas/" + ProblemSchema.NAME));
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", body));
    }

    private static List<String> headersOf(String status) {
        return switch (status) {
            case "401" -> List.of("WWW-Authenticate");
            case "429", "503" -> List.of("Retry-After");
            default -> List.of();
        };
    }

    private static String describe(List<ProblemType> types) {
        return types.stream()
                .map(type -> "- `%s`: %s".formatted(type.path(), type.meaning()))
                .collect(Collectors.joining("\n"));
    }

    private static ObjectNode example(ProblemType type) {
        ObjectNode example = Json31.mapper()
                .createObjectNode()
                .put("type", type.path())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", type.meaning())
                .put("instance", "/api/v1/customers")
                .put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (type == StandardProblem.VALIDATION) {
            example.put("detail", "Email must be a valid address.")
                    .putArray("errors")
                    .addObject()
                    .put("pointer", "/email")
                    .put("code", "not-an-email")
                    .put("detail", "Email must be a valid address.");
        }
        return example;
    }
}
