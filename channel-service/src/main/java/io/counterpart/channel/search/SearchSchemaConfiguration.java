package io.counterpart.channel.search;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;
import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about searches beyond their types. */
@Configuration(proxyBeanMethods = false)
class SearchSchemaConfiguration {

    @Bean
    OpenApiCustomizer searchLimits() {
        return SchemaLimits.of("SearchRequest")
                .text("query", SearchRequestValidator.LONGEST_QUERY)
                .range("limit", 1, SearchRequestValidator.HIGHEST_LIMIT);
    }

    @Bean
    OpenApiCustomizer criteriaLimits() {
        return SchemaLimits.of("SearchCriteria")
                .text("name", Limits.ORGANIZATION_NAME)
                .text("email", Limits.EMAIL)
                .text("phone", Limits.PHONE)
                .text("accountNumber", Limits.ACCOUNT_NUMBER)
                .text("loyaltyCard", Limits.LOYALTY_CARD)
                .text("postcode", Limits.ZIP_CODE);
    }
}
