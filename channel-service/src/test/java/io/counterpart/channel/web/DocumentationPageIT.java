package io.counterpart.channel.web;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ChannelServiceContext;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentationPageIT extends ChannelServiceContext {

    private static final String PAGE = "/swagger-ui/index.html";

    @Test
    void loadsNothingFromElsewhere() {
        ApiClient.Response page = harbor.with("").get(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("http:", "https:", "src=\"//");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'")
                .doesNotContain("unsafe", "*");
    }

    @Test
    void containsNoTokenOutsideOfADemonstration() {
        String script =
                harbor.with("").get("/swagger-ui/swagger-initializer.js").body();

        assertThat(script).contains("/v3/api-docs").doesNotContain("preauthorize", "local-");
    }
}
