package io.counterpart.channel.edit;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

import static org.assertj.core.api.Assertions.assertThat;

class PendingPartEditIT extends PendingEditContext {

    @Test
    void addsEditsAndDeactivatesAddresses() {
        Response added = ann.post("/addresses", "{\"street\": \"2 Quay\", \"city\": \"Station\", \"primary\": true}");

        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String id = added.text("id");
        assertThat(added.header("Location")).isEqualTo(ann.location() + "/addresses/" + id);
        assertThat(added.header("ETag")).isEqualTo("\"2\"");
        assertThat(harbor.get(added.header("Location")).json()).isEqualTo(added.json());
        assertThat(harbor.get(added.header("Location")).header("ETag")).isEqualTo("\"2\"");
        assertThat(added.text("country")).isEqualTo("USA");
        assertThat(added.text("purpose")).isEqualTo("HOME");
        assertThat(primaries("addresses")).containsExactly("2 Quay");

        Response edited = ann.patch("/addresses/" + id, "{\"street\": \"3 Quay\", \"zipCode\": \"98101\"}");
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.text("street")).isEqualTo("3 Quay");
        assertThat(edited.header("ETag")).isEqualTo("\"3\"").isEqualTo(ann.etag());

        Response gone = ann.delete("/addresses/" + id);
        assertThat(gone.status()).isEqualTo(204);
        assertThat(gone.header("ETag")).isEqualTo("\"4\"").isEqualTo(ann.etag());
        assertThat(ann.read().json().path("addresses").size()).isEqualTo(1);
        assertThat(ann.delete("/addresses/" + id).text("type")).isEqualTo("/problems/not-found");
        assertThat(harbor.get(added.header("Location")).text("type")).isEqualTo("/problems/not-found");
        assertThat(ann.logged().stream().map(CustomerOperation::kind).map(Enum::name))
                .containsExactly("CREATE_CUSTOMER", "ADD_ADDRESS", "EDIT_ADDRESS", "DEACTIVATE_ADDRESS");
        assertThat(ann.logged().get(2).body())
                .isEqualTo(new OperationBody.EditAddress(
                        UUID.fromString(id),
                        List.of(
                                new FieldChange("street", "2 Quay", "3 Quay"),
                                new FieldChange("zipCode", null, "98101"))));
    }

    @Test
    void aNewPrimaryTakesOverFromTheOldOneInTheSameOperation() {
        String second = ann.post("/addresses", "{\"street\": \"2 Quay\"}").text("id");
        assertThat(primaries("addresses")).containsExactly("1 Pier Road");

        ann.patch("/addresses/" + second, "{\"primary\": true}");

        assertThat(primaries("addresses")).containsExactly("2 Quay");
        assertThat(ann.logged()).hasSize(3);
        ann.post("/contacts", "{\"type\": \"EMAIL\", \"value\": \"a@b.c\", \"primary\": true}");
        ann.post("/contacts", "{\"type\": \"PHONE\", \"value\": \"1\", \"primary\": true}");
        ann.post("/contacts", "{\"type\": \"EMAIL\", \"value\": \"d@e.f\", \"primary\": true}");
        assertThat(ann.read().json().path("contacts").toString())
                .doesNotContain("\"a@b.c\",\"marketingConsent\":false,\"primary\":true");
    }

    @Test
    void addsEditsAndDeactivatesContacts() {
        Response added =
                ann.post("/contacts", "{\"type\": \"PHONE\", \"value\": \"+44 20 1\", \"marketingConsent\": true}");
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String id = added.text("id");

        Response withdrawn = ann.patch("/contacts/" + id, "{\"marketingConsent\": false}");
        assertThat(withdrawn.json().path("marketingConsent").asBoolean()).isFalse();
        assertThat(withdrawn.text("value")).isEqualTo("+44 20 1");
        assertThat(ann.delete("/contacts/" + id).status()).isEqualTo(204);

        assertThat(ann.read().json().path("contacts").size()).isEqualTo(1);
        assertThat(ann.logged().get(2).body())
                .isEqualTo(new OperationBody.EditContact(
                        UUID.fromString(id), List.of(new FieldChange("marketingConsent", true, false))));
    }

    @Test
    void aConsentHasTimeSourceAndWordingUntilItIsWithdrawn() {
        Response added = ann.post("/contacts", """
                {"type": "EMAIL", "value": "ann@work.example", "marketingConsent": true,
                 "consentAt": "2026-03-01T11:59:00.1234567Z", "consentSource": " Web shop ", "consentText": "newsletter-3"}
                """);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.text("consentAt")).isEqualTo("2026-03-01T11:59:00.123Z");
        assertThat(added.text("consentSource")).isEqualTo("Web shop");
        assertThat(harbor.get(added.header("Location")).json()).isEqualTo(added.json());
        String contact = "/contacts/" + added.text("id");

        Response primary = ann.patch(contact, "{\"primary\": true}");
        assertThat(primary.text("consentText")).isEqualTo("newsletter-3");

        Response withdrawn = ann.patch(contact, "{\"marketingConsent\": false, \"consentSource\": \"Store\"}");
        assertThat(withdrawn.text("consentSource")).isEqualTo("Store");
        assertThat(withdrawn.json().path("consentAt").isNull()).isTrue();
        assertThat(withdrawn.json().path("consentText").isNull()).isTrue();
        assertThat(ann.patch(contact, "{\"consentAt\": \"+1000000000-12-31T23:59:59Z\"}")
                        .firstError())
                .isEqualTo("/consentAt out-of-bounds");
        assertThat(ann.patch(contact, "{\"consentText\": \"%s\"}".formatted("x".repeat(61)))
                        .firstError())
                .isEqualTo("/consentText too-long");
    }

    @Test
    void addsOneAddressForOneIdempotencyKey() {
        String at = ann.location() + "/addresses";
        String key = UUID.randomUUID().toString();

        Response first = harbor.post(at, "{\"city\": \"x\"}", "Idempotency-Key", key);
        Response second = harbor.post(at, "{\"city\": \"x\"}", "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.text("id")).isEqualTo(first.text("id"));
        assertThat(ann.logged()).hasSize(2);
    }

    private List<String> primaries(String parts) {
        return ann.read()
                .json()
                .path(parts)
                .valueStream()
                .filter(it -> it.path("primary").asBoolean())
                .map(it -> it.path("street").asString())
                .toList();
    }
}
