package io.counterpart.hq.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import io.counterpart.support.openapi.OpenApiSupport;

/** The general part of HQ's OpenAPI document. */
@Configuration(proxyBeanMethods = false)
@Import(OpenApiSupport.class)
class OpenApiConfiguration {

    @Bean
    OpenAPI openApi() {
        return OpenApiSupport.document(
                "Counterpart headquarters",
                "The customer master, its synchronization with the channels, and administration.",
                "Access token with role HQ_API for /api, and with role CHANNEL_DATABASE for /realtime");
    }

    @Bean
    OpenApiCustomizer operationBodySchema() {
        return new OperationBodySchema();
    }
}
