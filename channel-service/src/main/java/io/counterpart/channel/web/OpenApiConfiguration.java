package io.counterpart.channel.web;

import io.swagger.v3.oas.models.OpenAPI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import io.counterpart.support.openapi.OpenApiSupport;

/** The general part of the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
@Import(OpenApiSupport.class)
class OpenApiConfiguration {

    @Bean
    OpenAPI openApi() {
        return OpenApiSupport.document(
                "Counterpart channel service",
                "Customers of a channel, created whether or not headquarters is available.",
                "Access token issued by headquarters for a POS terminal or storefront, or the customerToken of a sign-in");
    }
}
