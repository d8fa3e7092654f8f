package io.counterpart.channel.clerk;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;
import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about clerks beyond their types. */
@Configuration(proxyBeanMethods = false)
class ClerkSchemaConfiguration {

    private static final int LONGEST_PIN = 8;

    @Bean
    OpenApiCustomizer clerkLimits() {
        return SchemaLimits.of("ClerkView").text("name", Limits.CLERK);
    }

    @Bean
    OpenApiCustomizer clerkSignInLimits() {
        return SchemaLimits.of("ClerkSignInRequest")
                .text("pin", LONGEST_PIN, ClerkSignInRequest.PIN_FORM)
                .required("clerk", "pin");
    }

    @Bean
    OpenApiCustomizer dataKeyLimits() {
        return SchemaLimits.of("ClerkSignInView").pattern("dataKey", "^[A-Za-z0-9+/]{43}=$");
    }
}
