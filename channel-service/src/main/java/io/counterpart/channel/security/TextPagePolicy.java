package io.counterpart.channel.security;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The content security policy of the pages without scripts: the start page and the descriptions of problems. */
final class TextPagePolicy {

    // Nothing here connects; programs that judge the page read robots.txt in its name.
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + "form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private TextPagePolicy() {}

    static HeaderWriter headers() {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new DelegatingRequestMatcherHeaderWriter(
                new OrRequestMatcher(paths.matcher("/"), paths.matcher("/index.html"), paths.matcher("/problems/**")),
                new ContentSecurityPolicyHeaderWriter(POLICY));
    }
}
