package io.counterpart.support.openapi;

import java.util.Set;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;

/** Describes the request headers that several operations have in common. */
final class HeaderParameters {

    private HeaderParameters() {}

    static void complete(Operation operation, OperationNote note) {
        if (operation.getParameters() != null) {
            // Spring's notation for "without this header" is not a header.
            operation.getParameters().removeIf(parameter -> parameter.getName().startsWith("!"));
            operation.getParameters().forEach(parameter -> complete(parameter, note));
        }
    }

    private static void complete(Parameter parameter, OperationNote note) {
        if (parameter.getName().equals("Prefer")) {
            // A header that selects between two handlers is optional.
            parameter
                    .required(false)
                    .description("wait=N waits up to N seconds, at most 10, for the account number")
                    .example("wait=5");
        } else if (parameter.getName().equals(OperationNote.IF_MATCH)) {
            parameter
                    .required(note.ifMatch())
                    .description("The ETag of the resource as it was read" + (note.ifMatch() ? "" : ", if it exists"))
                    .example("\"3\"");
        }
    }

    static boolean hasIfMatch(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals(OperationNote.IF_MATCH));
    }

    static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name("Idempotency-Key")
                .description("Repeating a request with the same key and body returns the original response for 30 days")
                .schema(new Schema<String>()
                        .types(Set.of("string"))
                        .minLength(1)
                        .maxLength(255));
    }
}
