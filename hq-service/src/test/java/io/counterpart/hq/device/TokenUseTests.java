package io.counterpart.hq.device;

import java.time.Instant;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Tokens show when they were last used. */
@HqManualContext
class TokenUseTests {

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

    @Test
    void recordsTheUseOnceAMinute() {
        String bearer = work.bearer(TokenRole.HQ_API, null);
        assertPage().contains("No use recorded yet").doesNotContain("Unused for 90 days");

        call(bearer);
        assertThat(work.number("select count(*) from device_token where last_used_at > now() - interval '1 minute'"))
                .isEqualTo(1);

        String within = usedBefore("50 seconds");
        call(bearer);
        assertThat(lastUse()).isEqualTo(within);

        usedBefore("70 seconds");
        call(bearer);
        assertThat(Instant.parse(lastUse())).isAfter(Instant.parse(within));
        assertPage().doesNotContain("No use recorded yet");
    }

    @Test
    void tellsTheLastUseByTheApi() {
        String bearer = work.bearer(TokenRole.HQ_API, null);
        call(bearer);
        assertThat(client.get(bearer, "/api/v1/devices"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].lastUsedAt")
                .asString()
                .startsWith("20");
    }

    @Test
    void recordsNoUseOfATokenThatIsRejected() {
        String bearer = work.bearer(TokenRole.HQ_API, null);
        work.jdbcUpdate("update device_token set expires_at = now() - interval '1 second'");
        assertThat(client.get(bearer, "/api/v1/devices")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(work.texts("select device from device_token where last_used_at is not null"))
                .isEmpty();
    }

    @Test
    void marksTokensThatAreUnusedFor90Days() {
        work.bearer(TokenRole.HQ_API, null);
        usedBefore("91 days");
        assertPage().contains("Unused for 90 days").contains("91 d ago");
        usedBefore("89 days");
        assertPage().doesNotContain("Unused for 90 days");

        work.jdbcUpdate("update device_token set last_used_at = null, created_at = now() - interval '200 days'");
        assertPage().doesNotContain("Unused for 90 days");
        work.jdbcUpdate("update device_token set use_recorded_since = now() - interval '91 days'");
        assertPage().contains("Unused for 90 days");
    }

    @Test
    void marksNoTokensThatAreUsedAtTheirChannelOnly() {
        work.token("till", TokenRole.TILL, null);
        work.jdbcUpdate("update device_token set use_recorded_since = now() - interval '91 days'");
        assertPage().contains("At its channel").doesNotContain("Unused for 90 days");
    }

    private void call(String bearer) {
        assertThat(client.get(bearer, "/api/v1/features")).hasStatusOk();
    }

    private String usedBefore(String age) {
        work.jdbcUpdate("update device_token set last_used_at = now() - interval '%s'".formatted(age));
        return lastUse();
    }

    private String lastUse() {
        return work.texts(
                        "select to_char(last_used_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from device_token")
                .get(0);
    }

    private AbstractStringAssert<?> assertPage() {
        return assertThat(
                        http.get().uri("/administration/tokens").with(user("a").roles("ADMIN")))
                .hasStatusOk()
                .bodyText();
    }
}
