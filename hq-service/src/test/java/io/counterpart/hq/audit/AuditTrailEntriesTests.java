package io.counterpart.hq.audit;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class AuditTrailEntriesTests extends AuditTrailSupport {

    @Test
    void auditsTokensAndUsersWithoutSecrets() {
        MvcTestResult made = client.post(bearer, "/api/v1/devices", """
                {"device": "till 9", "role": "TILL", "channel": "HARBOR"}
                """);
        String token = work.tree(made).path("token").asString();
        String hash = work.tree(made).path("id").asString();
        assertThat(http.method(HttpMethod.DELETE)
                        .uri("/api/v1/devices/" + hash)
                        .header(HttpHeaders.AUTHORIZATION, bearer))
                .hasStatus(HttpStatus.NO_CONTENT);
        String password = "seven quiet lighthouses";
        page("/administration/users", "ADMIN", "username", "bob-the-builder", "password", password, "role", "OPERATOR");
        page("/administration/users/bob-the-builder/password", "ADMIN", "password", password + " more");
        assertThat(entries())
                .containsExactly(
                        API + "create Token of till 9 channel null>HARBOR, role null>TILL",
                        API + "revoke Token of till 9 channel HARBOR>null, role TILL>null",
                        PAGE + "create User bob-the-builder enabled null>true, role null>OPERATOR",
                        PAGE + "change-password User bob-the-builder ");
        assertThat(work.texts("select audit_entry::text from audit_entry"))
                .hasSize(4)
                .noneMatch(it -> it.contains(token) || it.contains(hash) || it.contains(password));
    }

    @Test
    void auditsADeadLetterOnce() {
        work.jdbcUpdate("delete from dead_letter");
        work.jdbcUpdate("""
                insert into dead_letter (topic, partition, position, reason, arrived_at)
                values ('cdx.p-0001', 0, 1, 'Not JSON', now())
                """);
        long id = work.number("select id from dead_letter");
        page("/dead-letters/" + id + "/discard", "OPERATOR", "reason", "Of a test");
        page("/dead-letters/" + id + "/discard", "OPERATOR", "reason", "Of a test");
        assertThat(entries()).containsExactly(PAGE + "discard Dead letter " + id + " status OPEN>DISCARDED");
        assertThat(work.texts("select detail ->> 'reason' from audit_entry")).containsExactly("Of a test");
    }

    @Test
    void auditsNothingThatIsRefused() {
        assertThat(client.put(bearer, "/api/v1/features/async-customer-editing", "{\"enabled\": true}"))
                .hasStatus(HttpStatus.CONFLICT);
        page("/administration/users", "ADMIN", "username", "bob-the-builder", "password", "short");
        assertThat(entries()).isEmpty();
    }
}
