package io.counterpart.channel.edit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.StatementCounter;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

import static org.assertj.core.api.Assertions.assertThat;

/** Edits of a customer with operations that HQ has not applied yet. */
class PendingEditIT extends PendingEditContext {

    @Test
    void editsTheProfileInOneOperationWithOldAndNewValues() {
        Response answer = ann.patch("", "{\"lastName\": \" Lea \", \"phone\": null, \"email\": \"ann@example.com\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("lastName")).isEqualTo("Lea");
        assertThat(answer.json().path("phone").isNull()).isTrue();
        assertThat(answer.json().path("pendingOperations").asInt()).isEqualTo(2);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"").isEqualTo(ann.etag());
        assertThat(ann.read().json()).isEqualTo(answer.json());
        assertThat(ann.logged()).hasSize(2);
        CustomerOperation edit = ann.logged().get(1);
        assertThat(edit.operationNumber()).isEqualTo(2);
        assertThat(edit.body())
                .isEqualTo(new OperationBody.EditProfile(List.of(
                        new FieldChange("lastName", "Lee", "Lea"), new FieldChange("phone", "+1 555 0100", null))));
    }

    @Test
    void findsTheCustomerByTheNewNameAndNoMoreByTheOld() {
        String name = "Edith" + UUID.randomUUID().toString().substring(0, 8);

        ann.patch("", "{\"lastName\": \"%s\"}".formatted(name));

        assertThat(found(name)).isEqualTo(1);
        ann.patch("", "{\"lastName\": \"Other\"}");
        assertThat(found(name)).isZero();
    }

    @Test
    void changesNothingWhereNothingIsDifferent() {
        assertThat(ann.patch("", "{}").header("ETag")).isEqualTo("\"1\"");
        assertThat(ann.patch("", "{\"lastName\": \"Lee\"}").header("ETag")).isEqualTo("\"1\"");
        assertThat(ann.put("/affiliations", "[\"VIP\"]").header("ETag")).isEqualTo("\"1\"");
        assertThat(ann.put("/attributes", "{\"newsletter\": true, \"shoeSize\": 38.0}")
                        .header("ETag"))
                .isEqualTo("\"1\"");
        assertThat(ann.logged()).hasSize(1);
    }

    @Test
    void sendsTheSameStatementsHoweverManyPartsTheCustomerHas() {
        ann.patch("", "{\"firstName\": \"Warm\"}");
        List<String> few =
                statements.during(StatementCounter::answersRequests, () -> ann.patch("", "{\"firstName\": \"Few\"}"));
        for (int i = 0; i < 5; i++) {
            ann.post("/addresses", "{\"city\": \"City %d\"}".formatted(i));
            ann.post("/contacts", "{\"type\": \"PHONE\", \"value\": \"+1 %d\"}".formatted(i));
        }

        List<String> many =
                statements.during(StatementCounter::answersRequests, () -> ann.patch("", "{\"firstName\": \"Many\"}"));

        assertThat(many).as("%s", many).hasSameSizeAs(few).hasSizeLessThan(17);
    }

    @Test
    void putsTheWholeSetOfAffiliationsAndOfAttributes() {
        Response affiliations = ann.put("/affiliations", "[\"STAFF\"]");
        assertThat(affiliations.status()).as(affiliations.body()).isEqualTo(200);
        assertThat(affiliations.json().path("affiliations").toString()).isEqualTo("[\"STAFF\"]");

        Response attributes = ann.put("/attributes", "{\"shoeSize\": 39, \"height\": 1.70}");
        assertThat(attributes.status()).as(attributes.body()).isEqualTo(200);

        assertThat(ann.read().body())
                .contains("\"height\":1.70", "\"shoeSize\":39")
                .doesNotContain("newsletter");
        assertThat(ann.logged().get(1).body())
                .isEqualTo(new OperationBody.SetAffiliations(List.of("VIP"), List.of("STAFF")));
        assertThat(((OperationBody.SetAttributes) ann.logged().get(2).body()).changes())
                .extracting(FieldChange::field)
                .containsExactlyInAnyOrder("shoeSize", "newsletter", "height");
        assertThat(ann.put("/attributes", "{\"height\": \"1.70\"}").body()).contains("\"height\":\"1.70\"");
        assertThat(ann.put("/attributes", "{\"height\": \"1.7.0\"}").firstError())
                .isEqualTo("/height wrong-type");
        assertThat(ann.put("/affiliations", "{\"affiliations\": [\"VIP\"]}").status())
                .isEqualTo(200);
        assertThat(ann.put("/attributes", "{\"attributes\": {\"shoeSize\": 40}}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsWhatWasNotTouchedAsItIs() {
        Map<String, Object> before = ann.row();

        ann.patch("", "{\"title\": \"Dr.\"}");

        Map<String, Object> after = ann.row();
        assertThat(after.entrySet().stream()
                        .filter(entry -> !java.util.Objects.equals(
                                String.valueOf(entry.getValue()), String.valueOf(before.get(entry.getKey()))))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("title", "last_operation", "version", "changed_in");
    }

    @Test
    void neverAsksHeadquarters() {
        int asked = REAL_TIME.receivedRequests().size();

        ann.patch("", "{\"lastName\": \"x\"}");

        assertThat(REAL_TIME.receivedRequests()).hasSize(asked);
    }
}
