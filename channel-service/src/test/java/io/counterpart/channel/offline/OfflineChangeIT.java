package io.counterpart.channel.offline;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

import static io.counterpart.channel.offline.OfflineItems.change;
import static io.counterpart.channel.offline.OfflineItems.changes;
import static io.counterpart.channel.offline.OfflineItems.edit;
import static io.counterpart.channel.offline.OfflineItems.item;
import static io.counterpart.channel.offline.OfflineItems.logged;
import static io.counterpart.channel.offline.OfflineItems.outcomes;
import static io.counterpart.channel.offline.OfflineItems.overridden;
import static io.counterpart.channel.offline.OfflineUploadIT.MORNING;
import static io.counterpart.channel.offline.OfflineUploadIT.upload;
import static org.assertj.core.api.Assertions.assertThat;

/** Edits that a till made while it was offline, and how they are merged with what happened meanwhile. */
class OfflineChangeIT extends ChannelServiceContext {

    private final UUID ann = UUID.randomUUID();

    @Test
    void everyKindOfOperationIsAppliedInItsOrderToACustomerOfTheSameUpload() {
        UUID address = UUID.randomUUID();
        UUID contact = UUID.randomUUID();

        Response answer = upload(
                harbor,
                item("CREATE_CUSTOMER", ann, "\"firstName\": \"Ann\", \"lastName\": \"Lee\", \"affiliations\": []"),
                edit(ann, "lastName", " Lee ", " Ohm "),
                item("ADD_ADDRESS", ann, address, "\"address\": {\"city\": \"Harbor\"}"),
                item("EDIT_ADDRESS", ann, part("addressId", address) + changes(change("city", "Harbor", "Station"))),
                item("ADD_CONTACT", ann, contact, "\"contact\": {\"type\": \"EMAIL\", \"value\": \"a@b.c\"}"),
                item("EDIT_CONTACT", ann, part("contactId", contact) + changes(change("value", "a@b.c", "d@e.f"))),
                item("SET_AFFILIATIONS", ann, changes(change("affiliations", List.of(), List.of("VIP")))),
                item("SET_ATTRIBUTES", ann, changes(change("shoeSize", null, 38), change("newsletter", null, true))));

        assertThat(outcomes(answer))
                .as(answer.body())
                .containsExactly(
                        "APPLIED 201",
                        "APPLIED 200",
                        "APPLIED 201",
                        "APPLIED 200",
                        "APPLIED 201",
                        "APPLIED 200",
                        "APPLIED 200",
                        "APPLIED 200");
        JsonNode read = read(ann);
        assertThat(read.path("lastName").asString()).isEqualTo("Ohm");
        assertThat(read.at("/addresses/0/id").asString()).isEqualTo(address.toString());
        assertThat(read.at("/addresses/0/city").asString()).isEqualTo("Station");
        assertThat(read.at("/contacts/0/value").asString()).isEqualTo("d@e.f");
        assertThat(read.path("affiliations").toString()).isEqualTo("[\"VIP\"]");
        assertThat(read.path("attributes").path("shoeSize").asInt()).isEqualTo(38);
        assertThat(logged(jdbc, ann))
                .extracting(CustomerOperation::operationNumber)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(logged(jdbc, ann)).extracting(CustomerOperation::occurredAt).containsOnly(Instant.parse(MORNING));
    }

    @Test
    void partsAreDeactivatedOnceAndAPartThatIsGoneStaysGone() {
        create();
        UUID address = UUID.fromString(read(ann).at("/addresses/0/id").asString());
        String gone = item("DEACTIVATE_ADDRESS", ann, "\"addressId\": \"%s\"".formatted(address));

        Response answer = upload(
                harbor,
                gone,
                item("DEACTIVATE_ADDRESS", ann, "\"addressId\": \"%s\"".formatted(address)),
                item("EDIT_ADDRESS", ann, part("addressId", address) + changes(change("city", "Harbor", "Station"))));

        assertThat(outcomes(answer)).as(answer.body()).containsExactly("APPLIED 200", "APPLIED 200", "MERGED 200");
        assertThat(overridden(answer, 2)).containsExactly("city: nothing, not Station");
        assertThat(read(ann).path("addresses").size()).isZero();
        assertThat(logged(jdbc, ann)).hasSize(2);
    }

    @Test
    void aFieldThatWasChangedLaterAtTheChannelKeepsItsValueAndTheOthersTakeEffect() {
        create();
        patch("{\"lastName\": \"Online\"}");

        Response answer = upload(
                harbor,
                item(
                        "EDIT_PROFILE",
                        ann,
                        changes(change("lastName", "Lee", "Offline"), change("phone", null, "+1 555 0142"))));

        assertThat(outcomes(answer)).as(answer.body()).containsExactly("MERGED 200");
        assertThat(overridden(answer, 0)).containsExactly("lastName: Online, not Offline");
        assertThat(read(ann).path("lastName").asString()).isEqualTo("Online");
        assertThat(read(ann).path("phone").asString()).isEqualTo("+1 555 0142");
        assertThat(logged(jdbc, ann).get(2).body())
                .isEqualTo(new OperationBody.EditProfile(List.of(new FieldChange("phone", null, "+1 555 0142"))));
    }

    @Test
    void aFieldThatWasChangedEarlierAtTheChannelTakesTheValueOfTheTill() {
        create();
        patch("{\"lastName\": \"Online\"}");
        String later = Instant.now().plusSeconds(1).toString();

        Response answer = upload(harbor, edit(ann, "lastName", "Lee", "Offline").replace(MORNING, later));

        assertThat(outcomes(answer)).as(answer.body()).containsExactly("MERGED 200");
        assertThat(overridden(answer, 0)).containsExactly("lastName: Offline, not Online");
        assertThat(read(ann).path("lastName").asString()).isEqualTo("Offline");
        // HQ sees what was replaced, and has no conflict of its own.
        assertThat(logged(jdbc, ann).get(2).body())
                .isEqualTo(new OperationBody.EditProfile(List.of(new FieldChange("lastName", "Online", "Offline"))));
    }

    @Test
    void aFieldThatAnotherChannelChangedKeepsItsValueIfThatWasLater() {
        create();
        jdbc.update(
                "update customer set last_name = 'Elsewhere', changed_at = '{\"lastName\": \"2026-11-20T08:15:31Z\"}'"
                        + " where async_customer_id = ?",
                ann);
        Response earlier = upload(harbor, edit(ann, "lastName", "Lee", "Offline"));
        Response later =
                upload(harbor, edit(ann, "lastName", "Lee", "Offline").replace(MORNING, "2026-11-20T08:15:32Z"));

        assertThat(overridden(earlier, 0)).containsExactly("lastName: Elsewhere, not Offline");
        assertThat(overridden(later, 0)).containsExactly("lastName: Offline, not Elsewhere");
    }

    @Test
    void aConsentThatWasWithdrawnStaysWithdrawn() {
        create();
        UUID contact = UUID.fromString(read(ann).at("/contacts/0/id").asString());
        harbor.patch(CUSTOMERS + "/" + ann + "/contacts/" + contact, "{\"marketingConsent\": false}", "If-Match", "*");
        String later = Instant.now().plusSeconds(1).toString();

        // The till saw no consent, asked for it, and was offline when it was withdrawn.
        Response answer = upload(
                harbor,
                item(
                                "EDIT_CONTACT",
                                ann,
                                part("contactId", contact)
                                        + changes(
                                                change("marketingConsent", null, true),
                                                change("consentSource", null, "Till")))
                        .replace(MORNING, later));

        assertThat(outcomes(answer)).as(answer.body()).containsExactly("MERGED 200");
        assertThat(read(ann).at("/contacts/0/marketingConsent").asBoolean(true)).isFalse();
        assertThat(read(ann).at("/contacts/0/consentSource").isNull()).isTrue();
    }

    @Test
    void affiliationsMergeOneByOne() {
        create();
        harbor.put(CUSTOMERS + "/" + ann + "/affiliations", "[\"VIP\", \"STAFF\"]", "If-Match", "*");

        Response answer = upload(
                harbor, item("SET_AFFILIATIONS", ann, changes(change("affiliations", List.of("VIP"), List.of()))));

        assertThat(outcomes(answer)).as(answer.body()).containsExactly("APPLIED 200");
        assertThat(read(ann).path("affiliations").toString()).isEqualTo("[\"STAFF\"]");
    }

    @Test
    void anEditOfTheFutureIsCutAndDoesNotWinForever() {
        create();

        upload(harbor, edit(ann, "lastName", "Lee", "Wild").replace(MORNING, "9999-01-01T00:00:00Z"));

        assertThat(logged(jdbc, ann).get(1).occurredAt()).isBefore(Instant.now().plusSeconds(360));
    }

    @Test
    void anEditThatSaysWhatIsStoredAlreadyChangesNothing() {
        create();

        assertThat(outcomes(upload(harbor, edit(ann, "lastName", "Li", "Lee")))).containsExactly("APPLIED 200");
        assertThat(logged(jdbc, ann)).hasSize(1);
    }

    private void create() {
        Response created = harbor.put(CUSTOMERS + "/" + ann, """
                {"firstName": "Ann", "lastName": "Lee", "addresses": [{"city": "Harbor"}], "affiliations": ["VIP"],
                 "contacts": [{"type": "EMAIL", "value": "work@example.com", "marketingConsent": true}]}
                """);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
    }

    private void patch(String body) {
        assertThat(harbor.patch(CUSTOMERS + "/" + ann, body, "If-Match", "*").status())
                .isEqualTo(200);
    }

    private JsonNode read(UUID id) {
        return harbor.get(CUSTOMERS + "/" + id + "?include=addresses,contacts,affiliations,attributes")
                .json();
    }

    private static String part(String field, UUID id) {
        return "\"%s\": \"%s\", ".formatted(field, id);
    }
}
