package io.counterpart.channel.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ChannelServiceContext;

import static org.assertj.core.api.Assertions.assertThat;

class TextPagesIT extends ChannelServiceContext {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/problems", "/problems/unauthorized", "/problems/nothing-here"})
    void runNoScript(String path) {
        ApiClient.Response page = harbor.with("").get(path);

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "script-src", "*");
        assertThat(page.body()).doesNotContain("<style", "style=", "<script", "onload");
    }
}
