package io.counterpart.hq.operation;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class OperationPageTests extends OperationPageSupport {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Autowired
    OperationHistoryRepository operations;

    @Autowired
    DuplicateComparisonService comparisons;

    @Autowired
    MessageJson json;

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
    void saysWhoDidIt() {
        var creation = OperationFixtures.creation();
        work.stage(List.of(creation.madeBy("till-1", "4711")));
        assertPage(creation)
                .contains("Created in HARBOR on till-1 by 4711")
                .contains("/synchronization?device=till-1")
                .contains("/synchronization?clerk=4711");
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

        var linking = new OperationPageModel(operations, comparisons, json, "https://traces.example/{traceId}?from=hq");
        assertThat(linking.pageFor(repair.find(second.operationId()), List.of()))
                .containsEntry("traceLink", "https://traces.example/" + TRACE + "?from=hq");
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
}
