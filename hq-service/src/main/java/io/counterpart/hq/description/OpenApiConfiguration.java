package io.counterpart.hq.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import io.counterpart.support.openapi.OpenApiSupport;
import io.counterpart.support.openapi.OperationDescriptionCustomizer;

/** The general part of HQ's OpenAPI document. */
@Configuration(proxyBeanMethods = false)
@Import(OpenApiSupport.class)
class OpenApiConfiguration {

    @Bean
    OpenAPI openApi() {
        OpenAPI document = OpenApiSupport.document(
                "Counterpart headquarters",
                "The customer master, its synchronization with the channels, and administration.",
                "Access token with role HQ_API for /api, and with role CHANNEL_DATABASE for /realtime");
        document.getComponents().addSchemas(OperationDescriptionCustomizer.PROBLEM, problem());
        return document;
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("traceId", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("pointer", new StringSchema())
                                        .addProperty("code", new StringSchema())
                                        .addProperty("detail", new StringSchema())));
    }
}
