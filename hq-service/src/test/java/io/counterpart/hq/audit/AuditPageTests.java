package io.counterpart.hq.audit;

import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The audit log says what was changed, in the words of the pages. */
@HqManualContext
class AuditPageTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        removeUser();
    }

    @AfterEach
    void removeUser() {
        work.jdbcUpdate("delete from hq_user where username in ('bob-the-builder', 'root')");
    }

    @Test
    void saysWhatWasChangedOfAUser() throws Exception {
        createUser();
        change("OPERATOR", true);
        assertThat(newest())
                .contains("User bob-the-builder", "Changed", "Role: VIEWER → OPERATOR")
                .doesNotContain("Enabled");

        change("OPERATOR", false);
        assertThat(newest()).contains("Enabled: true → false").doesNotContain("Role");
    }

    @Test
    void hasNoEntryForAUserThatIsSavedWithoutAChange() {
        createUser();
        change("VIEWER", true);

        assertThat(work.texts("select action from audit_entry")).containsExactly("create");
    }

    @Test
    void saysWhatIsSentInAFullResync() throws Exception {
        post("/administration/channel-databases/harbor/resend");

        assertThat(newest())
                .contains("harbor", "Started full resync", "Job: 1010", "Customers: all")
                .doesNotContain("{");
        assertThat(work.texts("select detail ->> 'job' from audit_entry")).containsExactly("1010");
    }

    @Test
    void namesTheFieldsOfAnEditAsThePageOfTheOperationDoes() throws Exception {
        var profile = OperationFixtures.profile("", "", "a@example.com");
        var creation = OperationFixtures.creation(UUID.randomUUID(), profile, null);
        work.stage(List.of(creation));
        work.synchronize();
        post(
                "/synchronization/" + creation.operationId(),
                "/body/content/profile/lastName",
                "Lindqvist",
                "version",
                work.texts("select version::text from open_operation").get(0));

        assertThat(newest()).contains("Edited", "Last name: ", "Lindqvist").doesNotContain("body.", "lastName");
    }

    @Test
    void identifiesAChangeOfAFieldByTheField() {
        var edit = OperationFixtures.edit(UUID.randomUUID(), 2, new FieldChange("phone", "1", "2"));
        var edited = new OperationBody.EditProfile(List.of(new FieldChange("phone", "1", "3")));

        assertThat(new ChangeDetector(new MessageJson()).between(edit.body(), edited))
                .containsExactly(new AuditChange("changes.phone.newValue", "2", "3"));
    }

    @Test
    void showsValuesOfEarlierVersionsWithLabels() throws Exception {
        work.jdbcUpdate("""
                insert into audit_entry (at, actor, action, subject, detail) values (now(), 'ada', 'mend',
                  '7d1e9a52-0000-4000-8000-000000000007',
                  '{"changes": ["/body/content/profile/email", "/body/content/addresses/0/zipCode"], "perSecond": null}')
                """);

        assertThat(newest()).contains("Edited (Changes: Email, Address 1 · ZIP code)");
    }

    @Test
    void linksOperationsAndCustomers() throws Exception {
        work.jdbcUpdate("""
                insert into audit_entry (at, actor, action, subject) values
                  (now(), 'ada', 'link', '7d1e9a52-0000-4000-8000-000000000007'),
                  (now(), 'ada', 'publish-again', '7d1e9a52-0000-4000-8000-000000000008')
                """);

        assertThat(page().select("tbody a").eachAttr("href"))
                .containsExactly(
                        "/customers/7d1e9a52-0000-4000-8000-000000000008",
                        "/synchronization/7d1e9a52-0000-4000-8000-000000000007");
    }

    private void createUser() {
        // HQ keeps at least one active administrator.
        work.jdbcUpdate("""
                insert into hq_user (username, password_hash, role, created_at) values ('root', '-', 'ADMIN', now())
                on conflict do nothing
                """);
        String password = "seven quiet lighthouses";
        post("/administration/users", "username", "bob-the-builder", "password", password, "role", "VIEWER");
    }

    private void change(String role, boolean enabled) {
        String version = work.texts("select version::text from hq_user where username = 'bob-the-builder'")
                .get(0);
        String path = "/administration/users/bob-the-builder";
        if (enabled) {
            post(path, "role", role, "version", version, "enabled", "on");
        } else {
            post(path, "role", role, "version", version);
        }
    }

    private void post(String path, String... form) {
        var request = http.post().uri(path).with(csrf()).with(user("somebody").roles("OPERATOR", "ADMIN"));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        assertThat(request).hasStatus(HttpStatus.FOUND).flash().doesNotContainKey("fault");
    }

    private String newest() throws Exception {
        return page().select("tbody tr").get(0).text();
    }

    private Document page() throws Exception {
        var result = http.get()
                .uri("/administration/changes")
                .with(user("somebody").roles("VIEWER"))
                .accept("text/html")
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }
}
