package io.counterpart.hq.operation;

import java.util.List;
import java.util.UUID;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.hq.topics.WireJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class OperationPageTests {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @Autowired
    OperationEditService repair;

    @Autowired
    OperationHistoryRepository operations;

    @Autowired
    DuplicateComparisonService comparisons;

    @Autowired
    WireJson json;

    @BeforeEach
    void clear() {
        work.clear();
        work.jdbcUpdate(
                "insert into customer_group (name, description) values ('RETAIL', 'Retail') on conflict do nothing");
    }

    @Test
    void showsAPossibleDuplicateBesideTheCustomersWhomItMayBe() {
        var second = twoOfTheSame();
        assertPage(second)
                .contains("Possible duplicate: compare with existing customers")
                .contains("C-0000001")
                .contains("Merge into C-0000001")
                .contains("Create as new customer")
                .contains("ann@example.com");
    }

    @Test
    void reassignsToTheSameCustomer() {
        var second = twoOfTheSame();
        post(second, "/link", "customer", "C-0000001").flash().containsKey("done");
        assertThat(work.count("customer")).isOne();
        assertThat(work.texts("select alias::text from customer_alias"))
                .containsExactly(second.asyncCustomerId().toString());
        assertPage(second).contains("Merged into C-0000001 by somebody");
    }

    @Test
    void saysWhenThereIsNoSuchCustomerToReassignTo() {
        var second = twoOfTheSame();
        post(second, "/link", "customer", "C-0000009").flash().containsKey("fault");
        assertThat(work.texts("select status from open_operation")).containsExactly("FAILED");
    }

    @Test
    void createsAnyway() {
        var second = twoOfTheSame();
        post(second, "/create-anyway", "x", "x").flash().containsKey("done");
        assertThat(work.count("customer")).isEqualTo(2);
        assertPage(second).contains("Created as new by somebody");
    }

    @Test
    void leavesAnEditOutWithAReasonOnly() {
        var creation = OperationFixtures.creation();
        var bad = OperationFixtures.edit(
                creation.asyncCustomerId(), 2, new FieldChange("firstName", "Ann", "x".repeat(101)));
        work.stage(List.of(creation, bad));
        work.synchronize();

        post(bad, "/ignore", "reason", " ").flash().containsKey("fault");
        assertThat(work.texts("select status from open_operation")).containsExactly("FAILED");
        post(bad, "/ignore", "reason", "Typed by a cat").flash().containsKey("done");
        assertThat(work.count("open_operation")).isZero();
        assertPage(bad).contains("Skipped by somebody").contains("Typed by a cat");
    }

    @Test
    void keepsARejectedEditAndGivesTheReason() {
        var creation = nameless();

        assertThat(http.post()
                        .uri("/synchronization/" + creation.operationId())
                        .param("/body/content/profile/lastName", "x".repeat(101))
                        .param("version", version(creation))
                        .with(csrf())
                        .with(user("somebody").roles("OPERATOR")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Not saved.", "x".repeat(101), "lastName-fault");
    }

    @Test
    void refusesAnEmailThatAChannelWouldRefuse() {
        var creation = nameless();

        assertThat(http.post()
                        .uri("/synchronization/" + creation.operationId())
                        .param("/body/content/profile/lastName", "Nilsen")
                        .param("/body/content/profile/email", "not an email")
                        .param("version", version(creation))
                        .with(csrf())
                        .with(user("somebody").roles("OPERATOR")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Email must be a valid address.", "email-fault");
    }

    @Test
    void listsEventsChronologically() {
        var creation = nameless();
        post(creation, "/synchronize", "x", "x").flash().containsKey("fault");
        post(creation, "", "/body/content/profile/lastName", "Lindqvist", "version", version(creation))
                .flash()
                .containsKey("done");
        assertThat(work.texts(
                        "select actor || ' ' || subject || ' ' || changes from audit_entry where action = 'mend'"))
                .singleElement()
                .asString()
                .contains("somebody", creation.operationId().toString(), "body.content.profile.lastName", "Lindqvist");
        post(creation, "/synchronize", "x", "x").flash().containsKey("done");

        assertPage(creation)
                .containsSubsequence(
                        "Created in HARBOR",
                        "Uploaded by the P-job",
                        "Staged at HQ",
                        "Attempt 1 failed",
                        "Retried by somebody",
                        "Attempt 2 failed",
                        "Edited by somebody",
                        "Retried by somebody",
                        "Applied: account number C-0000001");
    }

    @Test
    void namesOverriddenFieldsByTheirLabels() {
        var creation = OperationFixtures.creation();
        work.stage(List.of(creation));
        work.synchronize();
        work.jdbcUpdate("""
                insert into operation_attempt (recid, attempt, at, outcome, error_text)
                select recid, 1, now(), 'OVERRIDDEN',
                  '[{"field": "firstName", "kept": "Ann", "discarded": "Anne"},
                    {"field": "address:3f2a6c1e-0000-4000-8000-000000000001:zipCode", "kept": null, "discarded": "98102"}]'
                from async_operation
                """);
        assertPage(creation)
                .contains("Superseded by newer values", "First name: “Ann” was kept, “Anne” was discarded")
                .contains("Address · ZIP code: “–” was kept, “98102” was discarded")
                .doesNotContain("discarded&quot;");
    }

    @Test
    void showsTheTraceAndLinksToItWhereTracesAreKept() {
        var second = twoOfTheSame();
        work.jdbcUpdate("update async_operation set traceparent = '00-%s-b7ad6b7169203331-01'".formatted(TRACE));
        assertPage(second).contains("<span class=\"mono\">" + TRACE + "</span>");

        var linking =
                new OperationPageModel(operations, comparisons, json, "https://traces.example/{traceId}?from=hq");
        assertThat(linking.pageFor(repair.find(second.operationId()), List.of()))
                .containsEntry("traceLink", "https://traces.example/" + TRACE + "?from=hq");
    }

    private CustomerOperation nameless() {
        var profile = OperationFixtures.profile("", "", "a@example.com");
        var creation = OperationFixtures.creation(UUID.randomUUID(), profile, null);
        work.stage(List.of(creation));
        work.synchronize();
        return creation;
    }

    private CustomerOperation twoOfTheSame() {
        work.jdbcUpdate("update duplicate_policy set mode = 'FLAG'");
        work.stage(List.of(OperationFixtures.creation()));
        work.synchronize();
        var second = OperationFixtures.creation();
        work.stage(List.of(second));
        work.synchronize();
        return second;
    }

    private String version(CustomerOperation operation) {
        return String.valueOf(repair.find(operation.operationId()).version());
    }

    private MvcTestResultAssert post(CustomerOperation operation, String act, String... form) {
        var request = http.post()
                .uri("/synchronization/" + operation.operationId() + act)
                .with(csrf())
                .with(user("somebody").roles("OPERATOR"));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return assertThat(request.exchange()).hasStatus(HttpStatus.FOUND);
    }

    private AbstractStringAssert<?> assertPage(CustomerOperation operation) {
        return assertThat(http.get()
                        .uri("/synchronization/" + operation.operationId())
                        .with(user("somebody").roles("OPERATOR"))
                        .accept("text/html"))
                .hasStatus(HttpStatus.OK)
                .bodyText();
    }
}
