package io.counterpart.channel.security;

import java.util.List;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about sessions beyond their types. */
@Configuration(proxyBeanMethods = false)
class SessionSchemaConfiguration {

    @Bean
    OpenApiCustomizer sessionSchema() {
        return SchemaLimits.of("SessionView")
                .values("role", List.of(CallerRole.TILL.name(), CallerRole.STOREFRONT.name()));
    }
}
