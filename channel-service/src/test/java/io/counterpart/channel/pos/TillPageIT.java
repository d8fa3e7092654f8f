package io.counterpart.channel.pos;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ChannelServiceContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of the till application as everyone gets them. */
class TillPageIT extends ChannelServiceContext {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pos/",
                "/pos/release.js",
                "/pos/service-worker.js",
                "/pos/app/main.js",
                "/pos/manifest.json",
                "/webjars/lit-html/lit-html.js",
                "/webjars/idb/build/index.js"
            })
    void needsNoToken(String file) {
        assertThat(harbor.with("").get(file).status()).isEqualTo(200);
    }

    @Test
    void allowsNothingFromElsewhereAndNothingInline() {
        ApiClient.Response page = harbor.with("").get("/pos/");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "data:", "*");
        assertThat(page.body()).doesNotContain("http:", "https:", "style=", "<style", "onload");
    }

    @Test
    void browsersLoadAFileAgainInEveryVersion() {
        ApiClient.Response file = harbor.with("").get("/pos/app/main.js");

        assertThat(file.header("Cache-Control")).contains("no-cache");
        assertThat(file.header("Last-Modified")).isNullOrEmpty();
        assertThat(harbor.with("").get("/pos/release.js").header("Cache-Control"))
                .contains("no-cache");
    }

    @Test
    void theAddressWithoutASlashLeadsToThePage() {
        ApiClient.Response answer = harbor.with("").get("/pos");

        assertThat(answer.status()).isIn(200, 302);
    }
}
