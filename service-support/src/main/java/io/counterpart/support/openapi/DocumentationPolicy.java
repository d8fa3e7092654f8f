package io.counterpart.support.openapi;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The content security policy of the page of the API documentation. */
public final class DocumentationPolicy {

    // Everything comes from this service; the page shows icons from its styles. The hash is that of the one style sheet
    // that Swagger UI writes into the page.
    private static final String POLICY = "default-src 'none'; script-src 'self'; "
            + "style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'none'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    private DocumentationPolicy() {}

    public static RequestMatcher page() {
        return PathPatternRequestMatcher.withDefaults().matcher("/swagger-ui/**");
    }

    public static HeaderWriter headers() {
        return new DelegatingRequestMatcherHeaderWriter(page(), new ContentSecurityPolicyHeaderWriter(POLICY));
    }
}
