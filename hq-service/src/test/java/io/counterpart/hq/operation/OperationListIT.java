package io.counterpart.hq.operation;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class OperationListIT extends OperationApiSupport {

    @Test
    void showsEveryOperationWithItsFate() {
        var customer = OperationFixtures.creation();
        work.stage(List.of(
                customer,
                OperationFixtures.edit(
                        customer.asyncCustomerId(), 2, new FieldChange("email", "ann@example.com", "b@example.com")),
                broken()));
        work.synchronize();

        assertThat(get(PATH)).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [
                  {"kind": "CREATE_CUSTOMER", "status": "FAILED", "attempts": 1, "accountNumber": null,
                   "lastError": "A person requires a first or last name.", "errorCode": "name-required"},
                  {"kind": "EDIT_PROFILE", "status": "SUCCEEDED", "accountNumber": "C-0000001",
                   "changes": [{"field": "email", "oldValue": "ann@example.com", "newValue": "b@example.com"}]},
                  {"kind": "CREATE_CUSTOMER", "status": "SUCCEEDED", "channel": "HARBOR", "channelDatabase": "harbor"}],
                 "nextCursor": null}
                """);
        assertThat(get(PATH + "?status=FAILED"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(get(PATH + "?customer=C-0000001&kind=EDIT_PROFILE"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(get(PATH + "?customer=" + customer.asyncCustomerId()))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(2);
    }

    @Test
    void findsTheOperationsOfADeviceAndOfAClerk() {
        var creation = OperationFixtures.creation();
        work.stage(List.of(
                creation.madeBy("till-1", "4711"),
                OperationFixtures.edit(creation.asyncCustomerId(), 2, new FieldChange("title", null, "Dr."))
                        .madeBy("till-1", null),
                // Of a channel of an earlier release.
                OperationFixtures.creation()));

        assertThat(get(PATH + "?device=till-1"))
                .bodyJson()
                .extractingPath("$.items[*].kind")
                .asArray()
                .containsExactly("EDIT_PROFILE", "CREATE_CUSTOMER");
        assertThat(get(PATH + "?clerk=4711&device=till-1")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"kind": "CREATE_CUSTOMER", "device": "till-1", "clerk": "4711"}]}
                """);
        assertThat(get(PATH + "?device=till-2"))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(0);
        assertThat(get(PATH)).bodyJson().isLenientlyEqualTo("""
                {"items": [{"device": null, "clerk": null}, {}, {}]}
                """);
    }

    @Test
    void showsPages() {
        work.stage(List.of(OperationFixtures.creation(), OperationFixtures.creation(), OperationFixtures.creation()));

        var first = get(PATH + "?limit=2");

        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(2);
        String cursor = work.tree(first).path("nextCursor").asString("");
        assertThat(get(PATH + "?limit=2&cursor=" + cursor)).bodyJson().isLenientlyEqualTo("""
                {"items": [{"status": "PENDING"}], "nextCursor": null}
                """);
        assertThat(get(PATH + "?limit=201")).hasStatus(422);
    }

    @Test
    void pagesThroughASpanOfTimeFromItsEnd() throws UnsupportedEncodingException {
        var content = OperationFixtures.creation().body();
        // Staged in an order that differs from their times.
        work.stage(Stream.of(20, 0, 30, 10)
                .map(seconds -> OperationFixtures.operation(
                        UUID.randomUUID(), "harbor", 1, OperationFixtures.NOON.plusSeconds(seconds), content))
                .toList());
        String span = "%s?limit=2&from=%s&to=%s"
                .formatted(PATH, OperationFixtures.NOON, OperationFixtures.NOON.plusSeconds(30));

        String first = get(span).getResponse().getContentAsString();
        String cursor = JsonPath.read(first, "$.nextCursor");
        String second = get(span + "&cursor=" + cursor).getResponse().getContentAsString();

        assertThat(JsonPath.<List<String>>read(first, "$.items[*].occurredAt"))
                .containsExactly("2026-11-20T12:00:20Z", "2026-11-20T12:00:10Z");
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].occurredAt"))
                .containsExactly("2026-11-20T12:00:00Z");
    }
}
