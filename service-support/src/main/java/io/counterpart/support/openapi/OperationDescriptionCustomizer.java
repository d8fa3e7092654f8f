package io.counterpart.support.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpStatus;

import io.counterpart.support.problem.ProblemCatalog;

/**
 * Adds to an API description what the types of an operation do not show: its name, its purpose, its responses with
 * their headers, and the problem responses. Controllers need not repeat it.
 */
public final class OperationDescriptionCustomizer implements OpenApiCustomizer {

    private static final List<String> WITHOUT_KEYS =
            List.of("/search", "/possible-duplicates", "/session", "/tills/heartbeat", "/clerk-sign-ins");

    private final String under;
    private final ProblemCatalog catalog;
    private final boolean idempotencyKeys;
    private final Map<String, OperationNote> notes = new LinkedHashMap<>();
    private final List<Tag> tags = new ArrayList<>();

    private OperationDescriptionCustomizer(String under, ProblemCatalog catalog, boolean idempotencyKeys) {
        this.under = under;
        this.catalog = catalog;
        this.idempotencyKeys = idempotencyKeys;
    }

    /** Paths in the notes are relative to this prefix. */
    public static OperationDescriptionCustomizer under(String path, ProblemCatalog catalog) {
        return new OperationDescriptionCustomizer(path, catalog, false);
    }

    /** Returns a copy in which every POST accepts an Idempotency-Key, except searches, sessions, heartbeats and sign-ins of clerks. */
    public OperationDescriptionCustomizer withIdempotencyKeys() {
        return new OperationDescriptionCustomizer(under, catalog, true);
    }

    /**
     * Adds notes on operations of one kind. The document shows the kinds in the order in which they are added.
     *
     * @param tag the kind
     * @param description what the operations have in common
     * @param table one line per operation: method and path, its name in generated clients, its responses, its purpose;
     *     separated by {@code |}. The responses are the statuses that are not problems, each followed by its headers,
     *     then the statuses of problems that do not follow from the parameters and the body, then {@code If-Match} if
     *     the header is mandatory
     */
    public OperationDescriptionCustomizer notes(String tag, String description, String table) {
        tags.add(new Tag().name(tag).description(description));
        table.lines().forEach(line -> OperationNote.read(tag, line, notes));
        return this;
    }

    @Override
    public void customise(OpenAPI api) {
        var components = new ResponseComponents(api, catalog);
        var unused = new TreeSet<>(notes.keySet());
        api.setTags(new ArrayList<>(tags));
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    String name =
                            method.name() + " " + (path.startsWith(under) ? path.substring(under.length()) : path);
                    unused.remove(name);
                    describe(path, method, operation, noteOn(name), components);
                }));
        api.setPaths(inOrder(api.getPaths()));
        if (!unused.isEmpty()) {
            throw new IllegalStateException("Descriptions of operations that do not exist: " + unused);
        }
    }

    // The page shows the operations of a kind in the order of the paths.
    private Paths inOrder(Paths paths) {
        var ordered = new Paths();
        notes.keySet().forEach(name -> {
            String path = under + name.substring(name.indexOf(' ') + 1);
            PathItem item = paths.get(path);
            if (item != null) {
                ordered.addPathItem(path, item);
            }
        });
        return ordered;
    }

    private OperationNote noteOn(String name) {
        OperationNote note = notes.get(name);
        if (note == null) {
            throw new IllegalStateException("No description of " + name);
        }
        return note;
    }

    private void describe(
            String path,
            PathItem.HttpMethod method,
            Operation operation,
            OperationNote note,
            ResponseComponents components) {
        operation.operationId(note.id()).summary(note.summary()).tags(List.of(note.tag()));
        HeaderParameters.complete(operation, note);
        boolean ifMatch = HeaderParameters.hasIfMatch(operation);
        if (idempotencyKeys
                && method == PathItem.HttpMethod.POST
                && WITHOUT_KEYS.stream().noneMatch(path::endsWith)) {
            operation.addParametersItem(HeaderParameters.idempotencyKey());
        }
        Content content = contentOf(operation);
        var responses = new ApiResponses();
        note.successes()
                .forEach((status, headers) ->
                        responses.addApiResponse(status, success(status, headers, content, components)));
        problems(path, operation, note, ifMatch)
                .forEach(status -> responses.addApiResponse(status, components.problem(status)));
        responses.addApiResponse("default", components.anyOtherProblem());
        operation.setResponses(responses);
        BodyExamples.complete(operation);
    }

    private static @Nullable Content contentOf(Operation operation) {
        return operation.getResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> response.getValue().getContent())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static ApiResponse success(
            String status, List<String> headers, @Nullable Content content, ResponseComponents components) {
        var response = new ApiResponse()
                .description(HttpStatus.valueOf(Integer.parseInt(status)).getReasonPhrase());
        response.setContent(content);
        headers.forEach(header -> response.addHeaderObject(header, components.header(header)));
        return response;
    }

    // What follows from the request: every one needs a token and the database, a path may name nothing, a body may be
    // late, too large, of another type or invalid, and a version may be outdated.
    private static Set<String> problems(String path, Operation operation, OperationNote note, boolean ifMatch) {
        var statuses = new TreeSet<>(Set.of("400", "401", "403", "429", "503"));
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("408", "413", "415", "422"));
        }
        if (ifMatch) {
            statuses.add("412");
        }
        if (note.ifMatch()) {
            statuses.add("428");
        }
        statuses.addAll(note.problems());
        return statuses;
    }
}
