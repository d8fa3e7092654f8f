package io.counterpart.channel.edit;

import java.util.Objects;
import java.util.Set;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;

/** How the API description shows the bodies that replace a whole set; the controller accepts two forms of each. */
@Configuration(proxyBeanMethods = false)
class ReplaceAllSchemaConfiguration {

    private static final String CUSTOMER = "/api/v1/customers/{id}";

    @Bean
    OpenApiCustomizer replaceAllBodies() {
        return api -> {
            describe(
                    api,
                    "/affiliations",
                    new Schema<>()
                            .types(Set.of("array"))
                            .items(new Schema<>().types(Set.of("string")).maxLength(Limits.AFFILIATION))
                            .maxItems(Limits.AFFILIATIONS));
            describe(
                    api,
                    "/attributes",
                    new Schema<>()
                            .types(Set.of("object"))
                            .additionalProperties(new Schema<>())
                            .maxProperties(Limits.ATTRIBUTES));
        };
    }

    private static void describe(OpenAPI api, String set, Schema<?> schema) {
        PathItem path = Objects.requireNonNull(api.getPaths().get(CUSTOMER + set));
        path.getPut().getRequestBody().getContent().values().forEach(body -> body.setSchema(schema));
    }
}
