package io.counterpart.hq.clerk;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;
import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about clerks beyond their types. */
@Configuration(proxyBeanMethods = false)
class ClerkSchemaConfiguration {

    @Bean
    OpenApiCustomizer clerkRequestLimits() {
        return SchemaLimits.of("ClerkRequest")
                .text("name", Limits.CLERK)
                .items("channels", ClerkValidator.MOST_CHANNELS)
                .texts("channels", Limits.CHANNEL)
                .text("pin", ClerkValidator.LONGEST_PIN, ClerkValidator.PIN_FORM)
                .required("name", "channels");
    }
}
