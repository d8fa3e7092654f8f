package io.counterpart.channel.edit;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;
import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about notes beyond their types. */
@Configuration(proxyBeanMethods = false)
class NoteSchemaConfiguration {

    @Bean
    OpenApiCustomizer noteLimits() {
        return SchemaLimits.of("NoteEntry").required("text").text("text", Limits.NOTE);
    }
}
