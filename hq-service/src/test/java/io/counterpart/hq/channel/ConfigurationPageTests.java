package io.counterpart.hq.channel;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class ConfigurationPageTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
    }

    @Test
    void setsThePolicyForDuplicatesOnce() {
        String version = String.valueOf(work.number("select version from duplicate_policy"));
        policy("LINK", version, "ADMIN").hasStatus(HttpStatus.FOUND).flash().containsKey("done");
        assertThat(work.texts("select mode from duplicate_policy")).containsExactly("LINK");

        policy("OFF", version, "ADMIN").flash().containsKey("fault");
        assertThat(work.texts("select mode from duplicate_policy")).containsExactly("LINK");
        policy("OFF", version, "OPERATOR").hasStatus(HttpStatus.FORBIDDEN);
        assertPage("/administration/changes")
                .containsPattern("Duplicate detection</span></td>")
                .doesNotContain("duplicate-policy");
    }

    @Test
    void warnsBeforeANumberSequenceEnds() {
        assertPage("/administration/number-sequences").doesNotContain("is running out");
        work.numbersUpTo(9_000);
        assertPage("/administration/number-sequences")
                .contains("Number sequence “customer” is running out: 9,000 numbers left.");
    }

    @Test
    void setsWhatStorefrontsMayDo() {
        work.channels();
        assertThat(http.post()
                        .uri("/administration/channels")
                        .param("channel", "ONLINE")
                        .param("version", "0")
                        .param("name", "Online")
                        .param("type", "ONLINE_STORE")
                        .param("functionalityProfile", "online")
                        .param("channelDatabase", "online")
                        .param("unitName", "Online")
                        .param("country", "USA")
                        .param("currencyCode", "USD")
                        .param("language", "en-US")
                        .param("storefrontAccess", "SIGN_IN_ONLY")
                        .with(csrf())
                        .with(user("somebody").roles("ADMIN")))
                .flash()
                .containsKey("done");
        token("shop", "");
        token("calls", "FULL");

        assertThat(work.texts("select storefront_access from channel where channel = 'ONLINE'"))
                .containsExactly("SIGN_IN_ONLY");
        assertPage("/administration/channels/ONLINE").containsPattern("value=\"SIGN_IN_ONLY\"\\s+selected");
        assertThat(http.get()
                        .uri("/administration/tokens")
                        .with(user("somebody").roles("ADMIN"))
                        .accept("text/html"))
                .bodyText()
                .containsSubsequence("calls", "Storefront", "Full access", "shop", "Storefront", "Sign-in only");
    }

    private void token(String device, String access) {
        assertThat(http.post()
                        .uri("/administration/tokens")
                        .param("device", device)
                        .param("role", "STOREFRONT")
                        .param("channel", "ONLINE")
                        .param("storefrontAccess", access)
                        .with(csrf())
                        .with(user("somebody").roles("ADMIN")))
                .flash()
                .containsKey("token");
    }

    private MvcTestResultAssert policy(String mode, String version, String role) {
        return assertThat(http.post()
                .uri("/administration/duplicates")
                .param("mode", mode)
                .param("version", version)
                .with(csrf())
                .with(user("somebody").roles(role)));
    }

    private AbstractStringAssert<?> assertPage(String path) {
        return assertThat(http.get()
                        .uri(path)
                        .with(user("somebody").roles("VIEWER"))
                        .accept("text/html"))
                .hasStatus(HttpStatus.OK)
                .bodyText();
    }
}
