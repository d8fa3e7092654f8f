package io.counterpart.hq.audit;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Every change has one entry with who, what, old and new value, whether it came from a page or from the API. */
@HqManualContext
class AuditTrailTests {

    private static final String API = "test TOKEN ";
    private static final String PAGE = "somebody USER ";

    @Autowired
    MockMvcTester http;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    private String bearer = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        work.jdbcUpdate("delete from hq_user where username = 'bob-the-builder'");
        bearer = work.bearer(TokenRole.HQ_API, null);
    }

    @Test
    void auditsChangesOfChannels() {
        put("/api/v1/channels/HARBOR", """
                {"name": "The harbor", "type": "STORE", "channelDatabase": "harbor", "functionalityProfile": "stores",
                 "operatingUnit": {"name": "Harbor", "country": "CAN", "currencyCode": "USD", "language": "en-US"}}
                """);
        put("/api/v1/functionality-profiles/kiosks", "{\"name\": \"Kiosks\", \"createCustomersInAsyncMode\": true}");
        put("/api/v1/channel-database-groups/default", "{\"filterSharedCustomerDataTables\": true}");
        assertThat(entries())
                .containsExactly(
                        API + "change Channel HARBOR name HARBOR>The harbor, operatingUnit.country USA>CAN",
                        API + "create Functionality profile kiosks createCustomersInAsyncMode null>true,"
                                + " createOrdersInAsyncMode null>false, id null>kiosks, name null>Kiosks",
                        API + "change Channel database group default filterSharedCustomerDataTables false>true");
    }

    @Test
    void auditsAPageLikeTheApi() {
        page("/administration/profiles", "ADMIN", "id", "stores", "name", "Shops", "version", "0");
        page("/administration/affiliations", "ADMIN", "name", "VIP", "description", "Very important");
        page(
                "/administration/customer-groups",
                "ADMIN",
                "name",
                "RETAIL",
                "description",
                "Retail",
                "dimensions",
                "BU=1");
        page("/administration/attributes", "ADMIN", "name", "shoeSize", "type", "INTEGER", "minimum", "15");
        assertThat(entries())
                .containsExactly(
                        PAGE + "change Functionality profile stores name Stores>Shops",
                        PAGE + "create Affiliation VIP description null>Very important, name null>VIP",
                        PAGE + "create Customer group RETAIL description null>Retail, financialDimensions.BU null>1,"
                                + " name null>RETAIL",
                        PAGE + "create Attribute shoeSize allowedValues null>[], mandatory null>false, minimum null>15,"
                                + " name null>shoeSize, type null>INTEGER");
    }

    @Test
    void auditsEachFeatureThatASwitchEnables() {
        page("/administration/features/async-customer-editing/with-prerequisites", "ADMIN");
        assertThat(entries())
                .containsExactlyInAnyOrder(
                        PAGE + "change Feature async-customer-editing enabled false>true",
                        PAGE + "change Feature async-customer-addresses enabled false>true",
                        PAGE + "change Feature enhanced-async-customer-creation enabled false>true");
    }

    @Test
    void auditsBatchJobs() {
        String job = "/api/v1/batch-jobs/1010";
        client.post(bearer, job + "/hold", null);
        client.post(bearer, job + "/hold", null);
        page("/jobs/1010/release", "OPERATOR");
        String before = work.texts("select recurrence from batch_job where job = '1010'")
                .get(0);
        assertThat(client.put(bearer, job + "/recurrence", job, "{\"recurrence\": \"PT7S\"}"))
                .hasStatusOk();
        client.post(bearer, job + "/run", null);
        assertThat(client.put(bearer, job + "/recurrence", job, "{\"recurrence\": \"" + before + "\"}"))
                .hasStatusOk();
        assertThat(entries().subList(0, 4))
                .containsExactly(
                        API + "hold Batch job 1010 held false>true",
                        PAGE + "release Batch job 1010 held true>false",
                        API + "reschedule Batch job 1010 recurrence " + before + ">PT7S",
                        API + "run Batch job 1010 ");
    }

    @Test
    void auditsNumbersAndThePolicyForDuplicates() {
        put("/api/v1/number-sequences/customer", "{\"lastNumber\": 1000000}");
        put("/api/v1/duplicate-policy", "{\"mode\": \"link\"}");
        assertThat(entries())
                .containsExactly(
                        API + "change Number sequence customer lastNumber 999999>1000000",
                        API + "set duplicate-policy mode OFF>LINK");
    }

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

    @Test
    void showsOldAndNewValuesBesideEntriesOfEarlierVersions() {
        work.jdbcUpdate(
                "insert into audit_entry (at, actor, action, subject) values (now(), 'ada', 'saved', 'Channel X')");
        put("/api/v1/duplicate-policy", "{\"mode\": \"flag\"}");
        assertThat(client.get(bearer, "/api/v1/audit-entries"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"items": [
                  {"actor": "test", "actorType": "TOKEN", "subject": "duplicate-policy",
                   "changes": [{"field": "mode", "oldValue": "OFF", "newValue": "FLAG"}]},
                  {"actor": "ada", "actorType": null, "action": "saved", "subject": "Channel X", "changes": []}]}
                """);
        assertThat(http.get()
                        .uri("/administration/changes")
                        .with(user("somebody").roles("VIEWER"))
                        .accept("text/html"))
                .hasStatusOk()
                .bodyText()
                .contains("test (token)", "<del>OFF</del>", "<ins>FLAG</ins>", "saved");
    }

    private List<String> entries() {
        return work.texts("""
                select actor || ' ' || actor_type || ' ' || action || ' ' || subject || ' ' || coalesce((
                  select string_agg(format('%s %s>%s', it ->> 'field', coalesce(it ->> 'oldValue', 'null'),
                    coalesce(it ->> 'newValue', 'null')), ', ' order by it ->> 'field')
                  from jsonb_array_elements(changes) as it), '')
                from audit_entry order by id
                """);
    }

    private void put(String path, String json) {
        assertThat(client.put(bearer, path, json)).hasStatusOk();
    }

    private MvcTestResultAssert page(String path, String role, String... form) {
        var request = http.post().uri(path).with(csrf()).with(user("somebody").roles(role));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return assertThat(request).hasStatus(HttpStatus.FOUND);
    }
}
