package io.counterpart.support.openapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;

import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/** Signs the page of the API documentation in with a demo token, so that its requests succeed at once. */
final class PrefilledToken extends SwaggerIndexPageTransformer {

    private static final String SCRIPT = "swagger-initializer.js";
    private static final String START = "SwaggerUIBundle({";
    private static final String SIGN_IN =
            START + "\n    onComplete: () => window.ui.preauthorizeApiKey(\"%s\", \"%s\"),";

    private final String token;

    PrefilledToken(
            SwaggerUiConfigProperties page,
            SwaggerUiOAuthProperties authorization,
            SwaggerWelcomeCommon welcome,
            ObjectMapperProvider json,
            String token) {
        super(page, authorization, welcome, json);
        if (!token.matches("local-[a-z-]+")) {
            throw new IllegalArgumentException("Only a demo token may be shown to everyone");
        }
        this.token = token;
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource transformed = super.transform(request, resource, chain);
        if (!SCRIPT.equals(resource.getFilename())) {
            return transformed;
        }
        String script = transformed.getContentAsString(StandardCharsets.UTF_8);
        String signedIn = script.replace(START, SIGN_IN.formatted(OpenApiSupport.TOKEN, token));
        return new TransformedResource(transformed, signedIn.getBytes(StandardCharsets.UTF_8));
    }
}
