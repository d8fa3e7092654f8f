package io.counterpart.channel.signin;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;
import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about sign-ins beyond their types. */
@Configuration(proxyBeanMethods = false)
class SignInSchemaConfiguration {

    @Bean
    OpenApiCustomizer signInSchema() {
        return SchemaLimits.of("SignInRequest").required("externalIdentity");
    }

    @Bean
    OpenApiCustomizer signInIdentityLimits() {
        return SchemaLimits.of("SignInIdentity")
                .required("issuer", "subject")
                .text("issuer", Limits.IDENTITY_ISSUER)
                .text("subject", Limits.IDENTITY_SUBJECT);
    }
}
