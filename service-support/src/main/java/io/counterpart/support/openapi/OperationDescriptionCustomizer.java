package io.counterpart.support.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Adds to an API description what the types of an operation do not show: its name, its purpose, its success statuses,
 * and the problem responses. Controllers need not repeat it.
 */
public final class OperationDescriptionCustomizer implements OpenApiCustomizer {

    /** The schema name of problems, which every description contains. */
    public static final String PROBLEM = "ProblemView";

    private static final int COLUMNS = 4;
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final String under;
    private final boolean idempotencyKeys;
    private final Map<String, Note> notes = new HashMap<>();

    private OperationDescriptionCustomizer(String under, boolean idempotencyKeys) {
        this.under = under;
        this.idempotencyKeys = idempotencyKeys;
    }

    /** Paths in the notes are relative to this prefix. */
    public static OperationDescriptionCustomizer under(String path) {
        return new OperationDescriptionCustomizer(path, false);
    }

    /** Returns a copy in which every POST accepts an Idempotency-Key. */
    public OperationDescriptionCustomizer withIdempotencyKeys() {
        return new OperationDescriptionCustomizer(under, true);
    }

    /**
     * Adds notes on operations of one kind.
     *
     * @param tag the kind
     * @param table one line per operation: method and path, its name in generated clients, the statuses of responses
     *     that are not problems, its purpose; separated by {@code |}
     */
    public OperationDescriptionCustomizer notes(String tag, String table) {
        table.lines().forEach(line -> {
            String[] cells = line.split("\\|", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException("Not %d columns: %s".formatted(COLUMNS, line));
            }
            List<String> success = List.of(cells[2].strip().split(" "));
            notes.put(cells[0].strip(), new Note(cells[1].strip(), tag, success, cells[3].strip()));
        });
        return this;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private void describe(String path, PathItem.HttpMethod method, Operation operation) {
        Note note = notes.get(method.name() + " " + (path.startsWith(under) ? path.substring(under.length()) : path));
        if (note != null) {
            operation.operationId(note.id()).summary(note.summary()).tags(List.of(note.tag()));
            ApiResponse success = operation.getResponses().remove("200");
            if (success != null) {
                note.success().forEach(status -> operation.getResponses().addApiResponse(status, success));
            }
        }
        operation.getResponses().forEach((status, response) -> response.setDescription("Success"));
        operation.getResponses().addApiResponse("429", limited());
        operation.getResponses().addApiResponse("default", problem());
        completeParameters(operation);
        if (idempotencyKeys && method == PathItem.HttpMethod.POST && !path.endsWith("/search")) {
            operation.addParametersItem(new HeaderParameter()
                    .name(IDEMPOTENCY_KEY)
                    .description(
                            "Repeating a request with the same key and body returns the original response for 30 days")
                    .schema(new Schema<String>().types(Set.of("string")).maxLength(255)));
        }
    }

    private static void completeParameters(Operation operation) {
        if (operation.getParameters() != null) {
            // Spring's notation for "without this header" is not a header.
            operation.getParameters().removeIf(parameter -> parameter.getName().startsWith("!"));
            // A header that selects between two handlers is optional.
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getName().equals("Prefer"))
                    .forEach(parameter -> parameter.required(false));
        }
    }

    private static ApiResponse limited() {
        return problem()
                .description("The caller has sent too many requests. The same request succeeds later.")
                .addHeaderObject(
                        "Retry-After",
                        new Header()
                                .description("Seconds to wait before the request is sent again")
                                .schema(new Schema<Integer>().types(Set.of("integer"))));
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("Problem details (RFC 9457). The type is the URL of its description.")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private record Note(String id, String tag, List<String> success, String summary) {}
}
