package io.counterpart.channel.duplicate;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;
import io.counterpart.contract.search.DuplicateReason;
import io.counterpart.contract.search.DuplicateScore;
import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about possible duplicates beyond their types. */
@Configuration(proxyBeanMethods = false)
class DuplicateSchemaConfiguration {

    @Bean
    OpenApiCustomizer duplicateCheckLimits() {
        return SchemaLimits.of("DuplicateCheckRequest")
                .text("firstName", Limits.PERSON_NAME_PART)
                .text("middleName", Limits.PERSON_NAME_PART)
                .text("lastName", Limits.PERSON_NAME_PART)
                .text("organizationName", Limits.ORGANIZATION_NAME)
                .text("email", Limits.EMAIL)
                .text("phone", Limits.PHONE)
                .items("addresses", Limits.ADDRESSES);
    }

    @Bean
    OpenApiCustomizer duplicateLimits() {
        return SchemaLimits.of("PossibleDuplicate")
                .range("score", 0, DuplicateScore.HIGHEST)
                .items("reasons", DuplicateReason.values().length);
    }

    @Bean
    OpenApiCustomizer duplicateListLimits() {
        return SchemaLimits.of("PossibleDuplicateList").items("items", PossibleDuplicateService.MOST);
    }
}
