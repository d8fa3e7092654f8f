package io.counterpart.hq.device;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.device.TillOpeningService.TillOpening;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Tokens are not created expired, and the page says truthfully who learns of a change. */
@HqManualContext
class TokenPageTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "today"})
    void refusesAnExpiryInThePast(String day) {
        String date = day.equals("today") ? LocalDate.now(ZoneOffset.UTC).toString() : day;

        create("role", "TILL", "channel", "HARBOR", "expiresAt", date)
                .flash()
                .doesNotContainKey("done")
                .doesNotContainKey("token")
                .containsEntry("fault", "Expires: Must be in the future.");

        assertThat(work.count("device_token")).isZero();
        assertThat(work.count("audit_entry")).isZero();
    }

    @Test
    void refusesAnExpiryInThePastByTheApi() {
        String bearer = work.bearer(TokenRole.HQ_API, null);
        String body = "{\"device\": \"till 1\", \"role\": \"TILL\", \"channel\": \"HARBOR\", \"expiresAt\": \"%s\"}";

        assertThat(client.post(bearer, "/api/v1/devices", body.formatted("2020-01-01T00:00:00Z")))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"errors": [{"pointer": "/expiresAt", "code": "not-in-future", "detail": "Must be in the future"}]}
                        """);
        String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
        assertThat(client.post(bearer, "/api/v1/devices", body.formatted(tomorrow)))
                .hasStatus(HttpStatus.CREATED);
        assertThat(work.texts("select device from device_token where role = 'TILL'"))
                .containsExactly("till 1");
    }

    @Test
    void saysThatAChannelLearnsOfItsTokens() {
        create("role", "TILL", "channel", "HARBOR")
                .flash()
                .containsEntry("done", PageMessage.of("tokens.flash.created"));
        revoke().flash().containsEntry("done", PageMessage.of("tokens.flash.revoked"));
    }

    @Test
    void doesNotSayThatAChannelLearnsOfTokensOfHq() {
        create("role", "HQ_API").flash().containsEntry("done", PageMessage.of("tokens.flash.createdForHq"));
        assertThat(work.publishedTo("cdx.1070")).isEmpty();
        revoke().flash().containsEntry("done", PageMessage.of("tokens.flash.revokedAtHq"));
        assertThat(work.publishedTo("cdx.1070")).isEmpty();
    }

    @Test
    void aTokenOfATillIsShownAsQrCodeAndOthersAreNot() {
        TillOpening opening = (TillOpening) Objects.requireNonNull(create("role", "TILL", "channel", "HARBOR")
                .flash()
                .containsKeys("token", "opening")
                .actual()
                .get("opening"));
        create("role", "STOREFRONT", "channel", "HARBOR").flash().doesNotContainKey("opening");
        create("role", "HQ_API").flash().doesNotContainKey("opening");

        assertThat(http.get()
                        .uri("/administration/tokens")
                        .flashAttr("token", "abc")
                        .flashAttr("opening", opening)
                        .with(user("somebody").roles("ADMIN")))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<svg class=\"qr\" role=\"img\"",
                        "aria-label=\"QR code of the",
                        opening.code().path())
                .doesNotContain("style=");
    }

    private MvcTestResultAssert create(String... form) {
        var request = http.post()
                .uri("/administration/tokens")
                .param("device", "till 1")
                .with(csrf())
                .with(user("somebody").roles("ADMIN"));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return assertThat(request).hasStatus(HttpStatus.FOUND);
    }

    private MvcTestResultAssert revoke() {
        String hash = work.texts("select sha256 from device_token").get(0);
        return assertThat(http.post()
                        .uri("/administration/tokens/" + hash + "/revoke")
                        .with(csrf())
                        .with(user("somebody").roles("ADMIN")))
                .hasStatus(HttpStatus.FOUND);
    }
}
