package io.counterpart.channel.security;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The policies of the till application: everything comes from this service, nothing is inline, and no other page of
 * this service may use the camera.
 */
final class TillPagePolicy {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'none'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    private static final String CAMERA = "camera=(self), microphone=(), geolocation=()";
    private static final String NO_CAMERA = "camera=(), microphone=(), geolocation=()";

    private TillPagePolicy() {}

    static HeaderWriter headers() {
        return new DelegatingRequestMatcherHeaderWriter(pages(), new ContentSecurityPolicyHeaderWriter(POLICY));
    }

    static HeaderWriter permissions() {
        return new DelegatingRequestMatcherHeaderWriter(pages(), new PermissionsPolicyHeaderWriter(CAMERA));
    }

    static HeaderWriter permissionsElsewhere() {
        return new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(pages()), new PermissionsPolicyHeaderWriter(NO_CAMERA));
    }

    private static RequestMatcher pages() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(paths.matcher("/pos"), paths.matcher("/pos/**"));
    }
}
