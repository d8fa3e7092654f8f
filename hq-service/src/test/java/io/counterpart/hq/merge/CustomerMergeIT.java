package io.counterpart.hq.merge;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/** A customer is merged into another one: one remains, and every ID and number of both leads to it. */
@HqManualContext
class CustomerMergeIT extends MergeSupport {

    @Test
    void refusesACustomerWithItselfAndOneThatIsMergedAlready() {
        assertThat(detail(merge(SURVIVOR, SURVIVOR))).contains("itself");
        assertThat(detail(merge(SURVIVOR, ann.toString()))).contains("itself");
        assertThat(merge(SURVIVOR, LOSER)).hasStatusOk();

        MvcTestResult again = merge(SURVIVOR, LOSER);

        assertThat(again).hasStatus(409);
        assertThat(detail(again)).contains("already merged into C-0000001");
        assertThat(work.count("customer_merge")).isEqualTo(1);
    }

    @Test
    void refusesBlockedPendingErasedAndUnknownCustomers() {
        work.jdbcUpdate("update customer set blocked = true where account_number = 'C-0000002'");
        assertThat(merge(SURVIVOR, LOSER)).hasStatus(409);
        assertThat(detail(merge(LOSER, SURVIVOR))).contains("C-0000002 is blocked");
        work.jdbcUpdate("update customer set blocked = false, erased_at = now() where account_number = 'C-0000002'");
        assertThat(merge(SURVIVOR, LOSER)).hasStatus(410);
        UUID pending = UUID.randomUUID();
        work.hold("synchronize-customers-and-channel-requests", true);
        work.stage(List.of(OperationFixtures.creation(pending)));
        MvcTestResult early = merge(SURVIVOR, pending.toString());
        assertThat(early).hasStatus(409);
        assertThat(detail(early)).contains("not converted yet");
        assertThat(merge(SURVIVOR, UUID.randomUUID().toString())).hasStatus(404);
        assertThat(work.count("customer")).isEqualTo(2);
    }

    @Test
    void refusesADefaultCustomerAPersonWithAnOrganizationAndUnknownFields() {
        work.jdbcUpdate("update channel set default_customer = 'C-0000002' where channel = 'HARBOR'");
        assertThat(detail(merge(SURVIVOR, LOSER))).contains("default customer of channel HARBOR");
        work.jdbcUpdate("update channel set default_customer = null");
        assertThat(merge(SURVIVOR, LOSER, Map.of("shoe", "MERGED"))).hasStatus(422);
        work.jdbcUpdate("update customer set type = 'ORGANIZATION', organization_name = 'Lee'"
                + " where account_number = 'C-0000002'");
        assertThat(detail(merge(SURVIVOR, LOSER))).contains("organization");
        assertThat(work.count("customer")).isEqualTo(2);
    }

    @Test
    void refusesVersionsThatHaveChanged() {
        long seen = version(LOSER);
        work.stage(List.of(OperationFixtures.edit(anne, 3, new FieldChange("lastName", "Leigh", "Later"))));
        work.synchronize();

        assertThat(merge(SURVIVOR, version(SURVIVOR), LOSER, seen, Map.of())).hasStatus(412);
        assertThat(merge(SURVIVOR, version(SURVIVOR) + 1, LOSER, version(LOSER), Map.of()))
                .hasStatus(412);
        assertThat(client.post(api, CUSTOMERS + SURVIVOR + "/merges", "{\"merged\": \"C-0000002\"}"))
                .hasStatus(428);
    }

    @Test
    void thePreviewComparesBothAndChangesNothing() {
        JsonNode preview = work.tree(client.get(api, CUSTOMERS + SURVIVOR + "/merges/preview?merged=" + LOSER));

        assertThat(preview.path("survivor").path("accountNumber").asString()).isEqualTo(SURVIVOR);
        assertThat(preview.path("merged").path("orders").asInt()).isEqualTo(1);
        assertThat(preview.path("fields")
                        .valueStream()
                        .filter(it -> it.path("different").asBoolean()))
                .extracting(it -> it.path("name").asString())
                .contains("firstName", "lastName", "email");
        assertThat(work.count("customer")).isEqualTo(2);
    }

    @Test
    void theLosersNumberAndIdLeadToTheSurvivor() {
        JsonNode merge = work.tree(merge(SURVIVOR, LOSER, Map.of("email", "MERGED")));

        assertThat(merge.path("mergedNumber").asString()).isEqualTo(LOSER);
        for (String id : List.of(SURVIVOR, LOSER, ann.toString(), anne.toString())) {
            assertThat(customer(id).path("asyncCustomerId").asString()).isEqualTo(ann.toString());
        }
        JsonNode profile = customer(LOSER).path("content").path("profile");
        assertThat(profile.path("lastName").asString()).isEqualTo("Lee");
        assertThat(profile.path("email").asString()).isEqualTo("anne@example.com");
        assertThat(client.post(api, CUSTOMERS + "search", "{\"query\": \"C-0000002\"}"))
                .hasStatusOk()
                .bodyText()
                .contains(SURVIVOR);
        assertThat(work.texts("select subject from audit_entry where action = 'merge-customers' order by 1"))
                .containsExactly(SURVIVOR, LOSER);
    }

    @Test
    void channelsAreToldOfBoth() {
        merge(SURVIVOR, LOSER);

        assertThat(work.publishedTo("cdx.1010"))
                .anySatisfy(it -> assertThat(it).contains("\"accountNumber\":\"C-0000001\"", "[\"" + anne + "\"]"))
                .anySatisfy(it -> assertThat(it)
                        .contains("\"accountNumber\":\"C-0000002\"", "\"mergedInto\":\"" + ann)
                        .doesNotContain("Leigh"));
    }

    @Test
    void lateOperationsRepeatedCreationsOrdersAndCardsReachTheSurvivor() {
        merge(SURVIVOR, LOSER);
        String harbor = work.bearer(TokenRole.CHANNEL_DATABASE, "harbor");

        work.stage(List.of(
                OperationFixtures.edit(anne, 3, new FieldChange("phone", null, "+1 555 0142")), order(anne, 4)));
        work.synchronize();
        client.post(
                harbor,
                "/realtime/v1/operations",
                work.json(OperationFixtures.creation(
                        anne, OperationFixtures.profile("Anne", "Leigh", "anne@example.com"), null)));
        MvcTestResult card = client.post(
                harbor,
                "/realtime/v1/loyalty-cards",
                work.json(Map.of(
                        "requestId",
                        UUID.randomUUID(),
                        "asyncCustomerId",
                        anne,
                        "channel",
                        "HARBOR",
                        "channelDatabase",
                        "harbor")));

        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.count("sales_order")).isEqualTo(2);
        assertThat(card).bodyText().contains(SURVIVOR);
        assertThat(work.texts("select applied_operations ->> 'harbor/%s' from customer".formatted(anne)))
                .containsExactly("4");
        JsonNode preview = work.tree(client.get(api, CUSTOMERS + SURVIVOR + "/personal-data"));
        assertThat(preview.path("orders").size()).isEqualTo(2);
    }

    @Test
    void openOperationsAreAppliedToTheSurvivor() {
        work.stage(List.of(OperationFixtures.edit(anne, 4, new FieldChange("phone", null, "+1 555 0142"))));
        work.synchronize();
        assertThat(work.count("open_operation")).isEqualTo(1);

        merge(SURVIVOR, LOSER);
        work.stage(List.of(OperationFixtures.edit(anne, 3, new FieldChange("middleName", null, "Mary"))));
        work.synchronize();

        assertThat(work.count("open_operation")).isZero();
        JsonNode profile = customer(SURVIVOR).path("content").path("profile");
        assertThat(profile.path("phone").asString()).isEqualTo("+1 555 0142");
        assertThat(profile.path("middleName").asString()).isEqualTo("Mary");
    }

    @Test
    void twoMergesAtOnceEndAsOne() throws Exception {
        long one = version(SURVIVOR);
        long other = version(LOSER);
        try (var threads = new Threads()) {
            Future<MvcTestResult> there = threads.run(() -> merge(SURVIVOR, one, LOSER, other, Map.of()));
            Future<MvcTestResult> back = threads.run(() -> merge(LOSER, other, SURVIVOR, one, Map.of()));

            assertThat(List.of(
                            there.get().getResponse().getStatus(),
                            back.get().getResponse().getStatus()))
                    .contains(200)
                    .containsAnyOf(409, 412);
        }
        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.count("customer_merge")).isEqualTo(1);
    }

    @Test
    void aCustomerThatWasMergedIsMergedAgain() {
        UUID third = UUID.randomUUID();
        work.stage(List.of(OperationFixtures.creation(
                third,
                OperationFixtures.profile("A.", "Lee", "a.lee@example.com"),
                new ExternalIdentity("https://login.example.com", "third"))));
        work.synchronize();
        JsonNode first = work.tree(merge(SURVIVOR, LOSER));
        JsonNode second = work.tree(merge("C-0000003", SURVIVOR));

        for (String id : List.of(SURVIVOR, LOSER, ann.toString(), anne.toString())) {
            assertThat(customer(id).path("asyncCustomerId").asString()).isEqualTo(third.toString());
        }
        assertThat(detail(undo(first))).contains("Undo that merge first");
        assertThat(undo(second)).hasStatusOk();
        assertThat(customer(LOSER).path("asyncCustomerId").asString()).isEqualTo(ann.toString());
        assertThat(undo(first)).hasStatusOk();
        assertThat(customer(LOSER).path("asyncCustomerId").asString()).isEqualTo(anne.toString());
    }

    /** Two threads that end with the test. */
    private static final class Threads implements AutoCloseable {

        private final ExecutorService service = Executors.newFixedThreadPool(2);

        <T> Future<T> run(Callable<T> task) {
            return service.submit(task);
        }

        @Override
        public void close() {
            service.shutdown();
        }
    }
}
