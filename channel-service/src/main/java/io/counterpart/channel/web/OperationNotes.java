package io.counterpart.channel.web;

import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds to the API description what holds for all operations, so that controllers need not repeat it. */
@Configuration(proxyBeanMethods = false)
class OperationNotes {

    @Bean
    OpenApiCustomizer operationNotesCustomizer() {
        return api -> api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        OperationNote note = OperationNote.of(method.name(), path);
        if (note != null) {
            operation.operationId(note.id()).summary(note.summary()).tags(List.of(note.tag()));
            ApiResponse success = operation.getResponses().remove("200");
            if (success != null) {
                note.success().forEach(status -> operation.getResponses().addApiResponse(status, success));
            }
        }
        operation.getResponses().forEach((status, response) -> response.setDescription("Done"));
        operation.getResponses().addApiResponse("default", problem());
        if (operation.getParameters() != null) {
            // Spring's way to say "without this header" is no header.
            operation.getParameters().removeIf(parameter -> parameter.getName().startsWith("!"));
            // And a header that chooses between two handlers need not be there.
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getName().equals("Prefer"))
                    .forEach(parameter -> parameter.required(false));
        }
        if (method == PathItem.HttpMethod.POST && !path.endsWith("/search")) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .description("The same key with the same body gets the same answer again, for thirty days")
                    .schema(new Schema<String>().types(Set.of("string")).maxLength(255)));
        }
    }

    private static ApiResponse problem() {
        return new ApiResponse()
                .description("A problem (RFC 9457); its type is the address of a page about it")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemView"))));
    }
}
