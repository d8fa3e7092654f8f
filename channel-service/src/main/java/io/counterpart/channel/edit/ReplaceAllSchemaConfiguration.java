package io.counterpart.channel.edit;

import java.util.Objects;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
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
            describe(api, "/affiliations", affiliations());
            describe(api, "/attributes", attributes());
        };
    }

    private static Schema<?> affiliations() {
        Schema<?> name = new JsonSchema();
        name.addType("string");
        name.setMaxLength(Limits.AFFILIATION);
        Schema<?> names = new JsonSchema();
        names.addType("array");
        names.setItems(name);
        names.setMaxItems(Limits.AFFILIATIONS);
        return names;
    }

    private static Schema<?> attributes() {
        Schema<?> attributes = new JsonSchema();
        attributes.addType("object");
        attributes.setAdditionalProperties(new JsonSchema());
        attributes.setMaxProperties(Limits.ATTRIBUTES);
        return attributes;
    }

    private static void describe(OpenAPI api, String set, Schema<?> schema) {
        PathItem path = Objects.requireNonNull(api.getPaths().get(CUSTOMER + set));
        path.getPut().getRequestBody().getContent().values().forEach(body -> body.setSchema(schema));
    }
}
