package io.counterpart.channel.search;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about searches beyond their types. */
@Configuration(proxyBeanMethods = false)
class SearchSchemaConfiguration {

    @Bean
    OpenApiCustomizer searchLimits() {
        return SchemaLimits.of("SearchRequest")
                .required("query")
                .text("query", CustomerSearchController.LONGEST_QUERY)
                .range("limit", 1, CustomerSearchController.HIGHEST_LIMIT);
    }
}
