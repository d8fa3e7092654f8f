package io.counterpart.hq.alert;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** The API of alerts outside the profile local. */
@HqManualContext
class AlertApiIT {

    private static final String DESTINATIONS = "/api/v1/alert-destinations";
    private static final String SETTINGS = "/api/v1/alert-settings";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    private String admin = "";

    @BeforeEach
    void clear() {
        work.clear();
        admin = work.bearer(TokenRole.HQ_API, null);
    }

    @Test
    void returnsASecretOnceAndReplacesIt() {
        MvcTestResult added = add("WEBHOOK", "https://alerts.example/in");
        assertThat(added).hasStatus(HttpStatus.CREATED);
        JsonNode created = work.tree(added);
        String secret = created.path("secret").asString();
        assertThat(secret).hasSizeGreaterThan(40);

        MvcTestResult listed = call(HttpMethod.GET, DESTINATIONS, null, null);
        assertThat(listed).bodyText().contains("https://alerts.example/in").doesNotContain("secret");
        MvcTestResult rotated = call(HttpMethod.POST, one(created) + "/rotate-secret", null, null);
        assertThat(work.tree(rotated).path("secret").asString())
                .hasSizeGreaterThan(40)
                .isNotEqualTo(secret);
        assertThat(call(HttpMethod.DELETE, one(created), null, null)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(call(HttpMethod.DELETE, one(created), null, null)).hasStatus(HttpStatus.NOT_FOUND);

        List<String> audit = work.texts("select action || ' ' || subject || ' ' || coalesce(changes::text, '')"
                + " from audit_entry order by id");
        assertThat(audit)
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry)
                        .contains("Alert destination https://alerts.example")
                        .doesNotContain(secret, "/in"));
        assertThat(audit.get(1)).startsWith("rotate-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "WEBHOOK, http://alerts.example/in, https-required",
        "WEBHOOK, https://127.0.0.1/in, private-address",
        "WEBHOOK, https://169.254.169.254/latest, private-address",
        "WEBHOOK, https://[::1]/in, private-address",
        "WEBHOOK, https://localhost/in, private-address",
        "WEBHOOK, nonsense, https-required",
        "EMAIL, nonsense, invalid-value",
        "EMAIL, 'Ann <ann@example.com>', invalid-value",
        "EMAIL, 'ann@example.com,bob@example.com', invalid-value",
        "EMAIL, '', required"
    })
    void refusesAddressesToWhichNothingMayBeSent(String kind, String address, String code) {
        MvcTestResult refused = add(kind, address);
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        JsonNode error = work.tree(refused).path("errors").path(0);
        assertThat(error.path("pointer").asString()).isEqualTo("/address");
        assertThat(error.path("code").asString()).isEqualTo(code);
    }

    @Test
    void refusesASecondDestinationWithTheSameAddressAndASecretForEmails() {
        JsonNode first = work.tree(add("EMAIL", "ops@example.com"));
        assertThat(first.has("secret")).isFalse();
        assertThat(add("EMAIL", "ops@example.com")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(call(HttpMethod.POST, one(first) + "/rotate-secret", null, null))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call(HttpMethod.POST, one(first) + "/test", null, null)).hasStatus(HttpStatus.ACCEPTED);
        assertThat(call(HttpMethod.GET, DESTINATIONS, null, null)).bodyText().contains("\"lastStatus\":\"PENDING\"");
    }

    @Test
    void savesTheSettingsThatItReturns() {
        MvcTestResult before = call(HttpMethod.GET, SETTINGS, null, null);
        String tag = String.valueOf(before.getResponse().getHeader(HttpHeaders.ETAG));
        String body = """
                {"timeZone": "Europe/Berlin", "quietHours": {"from": "22:00", "to": "06:00", "weekdays": ["FRIDAY"]},
                 "rules": [{"rule": "NOT_RESPONDING", "threshold": 7, "repeatMinutes": 0, "ignoresQuietHours": true}]}
                """;
        MvcTestResult saved = call(HttpMethod.PUT, SETTINGS, tag, body);
        assertThat(saved).hasStatusOk();
        assertThat(work.tree(call(HttpMethod.GET, SETTINGS, null, null))).isEqualTo(work.tree(saved));
        JsonNode rules = work.tree(saved).path("rules");
        assertThat(rules.valueStream()
                        .filter(rule -> rule.path("rule").asString().equals("NOT_RESPONDING"))
                        .findFirst()
                        .orElseThrow()
                        .toString())
                .contains("\"threshold\":7", "\"enabled\":true", "\"repeatMinutes\":0", "\"ignoresQuietHours\":true");
        assertThat(rules.toString()).contains("\"rule\":\"NUMBERS_RUNNING_OUT\",\"enabled\":true,\"threshold\":10000");
        assertThat(call(HttpMethod.PUT, SETTINGS, tag, body)).hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(call(HttpMethod.PUT, SETTINGS, null, body)).hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(work.texts("select changes::text from audit_entry where subject = 'alert-settings'"))
                .singleElement()
                .satisfies(changes -> assertThat(changes)
                        .contains("quietHours.from", "NOT_RESPONDING.threshold")
                        .doesNotContain("NUMBERS_RUNNING_OUT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"timeZone\": \"Nowhere/Land\"}",
                "{\"quietHours\": {\"from\": \"25:00\", \"to\": \"06:00\", \"weekdays\": [\"FRIDAY\"]}}",
                "{\"quietHours\": {\"from\": \"22:00\", \"to\": null, \"weekdays\": [\"FRIDAY\"]}}",
                "{\"quietHours\": {\"from\": \"22:00\", \"to\": \"06:00\", \"weekdays\": []}}",
                "{\"quietHours\": {\"from\": \"22:00\", \"to\": \"06:00\", \"weekdays\": [null]}}",
                "{\"rules\": [null]}",
                "{\"rules\": [{\"rule\": null}]}",
                "{\"rules\": [{\"rule\": \"RECOVERY\"}, {\"rule\": \"RECOVERY\"}]}",
                "{\"rules\": [{\"rule\": \"RECOVERY\", \"threshold\": 1}]}",
                "{\"rules\": [{\"rule\": \"DEAD_LETTERS\", \"threshold\": 0}]}",
                "{\"rules\": [{\"rule\": \"DEAD_LETTERS\", \"minimumMinutes\": -1}]}",
                "{\"rules\": [{\"rule\": \"DEAD_LETTERS\", \"repeatMinutes\": 1}]}"
            })
    void refusesSettingsThatMakeNoSense(String body) {
        String tag = String.valueOf(
                call(HttpMethod.GET, SETTINGS, null, null).getResponse().getHeader(HttpHeaders.ETAG));
        assertThat(call(HttpMethod.PUT, SETTINGS, tag, body)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private MvcTestResult add(String kind, String address) {
        return call(
                HttpMethod.POST,
                DESTINATIONS,
                null,
                "{\"kind\": \"%s\", \"address\": \"%s\"}".formatted(kind, address));
    }

    private static String one(JsonNode destination) {
        return DESTINATIONS + "/" + destination.path("id").asString();
    }

    private MvcTestResult call(HttpMethod method, String path, @Nullable String version, @Nullable String body) {
        var request = http.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, admin);
        if (version != null) {
            request.header(HttpHeaders.IF_MATCH, version);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return request.exchange();
    }
}
