package io.counterpart.support.openapi;

import java.util.List;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Shared parts of the OpenAPI documents of both services. */
@Configuration(proxyBeanMethods = false)
public class OpenApiSupport {

    /** The name of the security scheme. */
    static final String TOKEN = "token";

    @Bean
    ModelConverter nullableFields() {
        return new NullableFieldConverter();
    }

    @Bean
    ModelConverter anyJson() {
        return new AnyJsonConverter();
    }

    @Bean
    OpenApiCustomizer problemSchema() {
        return new ProblemSchema();
    }

    /** The token of the profile {@code local}, which the documentation publishes. */
    @Bean
    @Profile("local")
    @ConditionalOnProperty("counterpart.documentation.token")
    SwaggerIndexTransformer prefilledToken(
            SwaggerUiConfigProperties page,
            SwaggerUiOAuthProperties authorization,
            SwaggerWelcomeCommon welcome,
            ObjectMapperProvider json,
            Environment environment) {
        String token = environment.getRequiredProperty("counterpart.documentation.token");
        return new PrefilledToken(page, authorization, welcome, json, token);
    }

    /** The OpenAPI document of an API that is called with a bearer token. */
    public static OpenAPI document(String title, String description, String tokenDescription) {
        return new OpenAPI()
                .info(new Info()
                        .title(title)
                        .version("v1")
                        .description(description)
                        .license(new License().name("Apache 2.0").identifier("Apache-2.0")))
                // Relative to the address of the document.
                .servers(List.of(new Server().url("/").description("The service that returns this document")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description(tokenDescription)))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }
}
