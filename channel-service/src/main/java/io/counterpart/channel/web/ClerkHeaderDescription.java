package io.counterpart.channel.web;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;

import io.counterpart.contract.Limits;

/** Describes the header that names the clerk, on every operation that changes a customer or creates an order. */
final class ClerkHeaderDescription {

    private static final String NAME = "Counterpart-Clerk";
    private static final Set<HttpMethod> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final List<String> NO_OPERATIONS = List.of(
            "/search",
            "/possible-duplicates",
            "/sign-ins",
            "/session",
            "/loyalty-cards",
            "/tills/heartbeat",
            "/clerk-sign-ins");

    private ClerkHeaderDescription() {}

    static void addTo(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (WRITES.contains(method) && isOperation(path)) {
                        operation.addParametersItem(parameter());
                    }
                }));
    }

    private static boolean isOperation(String path) {
        return NO_OPERATIONS.stream().noneMatch(path::endsWith);
    }

    private static Parameter parameter() {
        return new HeaderParameter()
                .name(NAME)
                .description("Who acts: a staff number or name; characters outside ASCII percent-encoded")
                .example("4711")
                .schema(new Schema<String>()
                        .types(Set.of("string"))
                        .minLength(1)
                        .maxLength(Limits.CLERK));
    }
}
