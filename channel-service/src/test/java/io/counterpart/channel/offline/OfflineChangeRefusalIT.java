package io.counterpart.channel.offline;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;

import static io.counterpart.channel.offline.OfflineItems.change;
import static io.counterpart.channel.offline.OfflineItems.changes;
import static io.counterpart.channel.offline.OfflineItems.edit;
import static io.counterpart.channel.offline.OfflineItems.error;
import static io.counterpart.channel.offline.OfflineItems.item;
import static io.counterpart.channel.offline.OfflineItems.outcomes;
import static io.counterpart.channel.offline.OfflineItems.problem;
import static io.counterpart.channel.offline.OfflineUploadIT.upload;
import static org.assertj.core.api.Assertions.assertThat;

/** Operations of an offline till that cannot be applied. */
class OfflineChangeRefusalIT extends ChannelServiceContext {

    private final UUID ann = UUID.randomUUID();

    @Test
    void aBlockedOrUnknownCustomerIsNotEdited() {
        create();
        jdbc.update("update customer set blocked = true where async_customer_id = ?", ann);

        Response answer =
                upload(harbor, edit(ann, "lastName", "Lee", "Ohm"), edit(UUID.randomUUID(), "lastName", "Lee", "Ohm"));

        assertThat(outcomes(answer)).as(answer.body()).containsExactly("REFUSED 409", "REFUSED 404");
        assertThat(problem(answer, 0)).isEqualTo("/problems/customer-blocked");
        assertThat(problem(answer, 1)).isEqualTo("/problems/customer-not-found");
    }

    @Test
    void whatDependsOnARefusedItemIsRefusedWithTheReasonAndNothingElseIs() {
        create();
        UUID bob = UUID.randomUUID();
        UUID address = UUID.randomUUID();

        Response answer = upload(
                harbor,
                item("CREATE_CUSTOMER", bob, "\"firstName\": \" \""),
                edit(bob, "lastName", null, "Ohm"),
                item("ADD_ADDRESS", ann, address, "\"address\": {\"name\": \"Home\"}"),
                item(
                        "EDIT_ADDRESS",
                        ann,
                        "\"addressId\": \"%s\", ".formatted(address) + changes(change("city", null, "Harbor"))),
                edit(ann, "lastName", "Lee", "Ohm"));

        assertThat(outcomes(answer))
                .as(answer.body())
                .containsExactly("REFUSED 422", "REFUSED 404", "REFUSED 422", "REFUSED 404", "APPLIED 200");
        assertThat(problem(answer, 2)).isEqualTo("/problems/empty-address");
        assertThat(detail(answer, 1)).contains("creation of this customer was refused");
        assertThat(detail(answer, 3)).contains("addition of this address or contact was refused");
    }

    @Test
    void aCorrectedOperationMayKeepItsId() {
        create();
        UUID operation = UUID.randomUUID();
        String wrong = item("EDIT_PROFILE", ann, operation, changes(change("email", null, "wrong")));

        Response first = upload(harbor, wrong);
        Response corrected = upload(harbor, wrong.replace("\"wrong\"", "\"right@example.com\""));

        assertThat(outcomes(first)).containsExactly("REFUSED 422");
        assertThat(outcomes(corrected)).as(corrected.body()).containsExactly("APPLIED 200");
    }

    @Test
    void everyFaultIsPointedOutInTheItemThatWasSent() {
        create();
        String address = "\"address\": {\"city\": \"Harbor\", ";
        List<String> faulty = List.of(
                edit(ann, "email", null, "wrong"),
                edit(ann, "nickname", null, "Annie"),
                item("EDIT_PROFILE", ann, changes(change("firstName", "Ann", 5))),
                item("EDIT_PROFILE", ann, changes(change("type", "PERSON", "ALIEN"))),
                item("EDIT_PROFILE", ann, changes(change("firstName", "Ann", null), change("lastName", "Lee", null))),
                item("EDIT_PROFILE", ann, changes(change("title", null, "x"), change("title", null, "y"))),
                item("EDIT_PROFILE", ann, "\"changes\": []"),
                item("EDIT_PROFILE", ann, "\"changes\": [{\"newValue\": \"x\"}]"),
                item("EDIT_PROFILE", ann, "\"firstName\": \"x\""),
                item("EDIT_PROFILE", ann, address + "\"street\": \"x\"}, " + changes(change("title", null, "x"))),
                item("ADD_ADDRESS", ann, "\"clrk\": null"),
                item("ADD_ADDRESS", ann, "\"address\": null"),
                item("ADD_ADDRESS", ann, address + "\"country\": \"XXX\"}"),
                item("EDIT_ADDRESS", ann, "\"addressId\": \"1-1-1-1-1\", " + changes(change("city", null, "x"))),
                item("SET_AFFILIATIONS", ann, changes(change("affiliations", null, List.of("VIP", "NOBODY")))),
                item("SET_AFFILIATIONS", ann, changes(change("affiliations", null, "VIP"))),
                item("SET_ATTRIBUTES", ann, changes(change("shoeSize", null, "large"))),
                item("CREATE_ORDER", ann, "\"changes\": null"),
                edit(ann, "title", null, "x").replace("\"Kim\"", "\"%s\"".formatted("k".repeat(61))),
                edit(ann, "title", null, "x").replace("\"operationId\"", "\"operationID\""),
                edit(ann, "title", null, "x").replace("\"occurredAt\"", "\"at\""));

        Response answer = upload(harbor, faulty.toArray(String[]::new));

        List<String> expected = List.of(
                "/changes/0/newValue not-an-email",
                "/changes/0/field unknown-field",
                "/changes/0/newValue wrong-type",
                "/changes/0/newValue unknown-value",
                "/changes/1/newValue required",
                "/changes/1/field duplicate-field",
                "/changes out-of-bounds",
                "/changes/0/field required",
                "/firstName unknown-field",
                "/address not-permitted",
                "/clrk unknown-field",
                "/address required",
                "/address/country not-a-country",
                "/addressId not-a-uuid",
                "/changes/0/newValue/1 unknown-value",
                "/changes/0/newValue wrong-type",
                "/changes/0/newValue wrong-type",
                "/kind unknown-value",
                "/clerk too-long",
                "/operationId not-a-uuid",
                "/occurredAt not-a-time");
        for (int i = 0; i < expected.size(); i++) {
            assertThat(error(answer, i)).as(faulty.get(i)).isEqualTo("/items/" + i + expected.get(i));
        }
        assertThat(outcomes(answer)).hasSameSizeAs(faulty).allMatch(outcome -> outcome.startsWith("REFUSED 4"));
    }

    private String detail(Response answer, int index) {
        return answer.json()
                .path("items")
                .path(index)
                .path("problem")
                .path("detail")
                .asString("");
    }

    private void create() {
        assertThat(harbor.put(CUSTOMERS + "/" + ann, "{\"firstName\": \"Ann\", \"lastName\": \"Lee\"}")
                        .status())
                .isEqualTo(201);
    }
}
