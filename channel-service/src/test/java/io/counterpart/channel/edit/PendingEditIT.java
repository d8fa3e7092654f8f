package io.counterpart.channel.edit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.StatementCounter;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

import static org.assertj.core.api.Assertions.assertThat;

/** Edits of a customer with operations that HQ has not applied yet. */
class PendingEditIT extends ChannelServiceContext {

    private static final String ANN = """
            {"firstName": "Ann", "lastName": "Lee", "email": "ann@example.com", "phone": "+1 555 0100",
             "addresses": [{"street": "1 Pier Road", "city": "Harbor"}],
             "contacts": [{"type": "EMAIL", "value": "work@example.com", "marketingConsent": true}],
             "affiliations": ["VIP"], "attributes": {"shoeSize": 38, "newsletter": true}}
            """;

    @SuppressWarnings("NullAway.Init") // created before each test
    private CustomerEditClient ann;

    @BeforeEach
    void create() {
        ann = new CustomerEditClient(harbor, jdbc, harbor.post(CUSTOMERS, ANN));
    }

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

        assertThat(many).as("%s", many).hasSameSizeAs(few).hasSizeLessThan(16);
    }

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

    @ParameterizedTest
    @CsvSource({
        "PATCH,''",
        "PUT,/affiliations",
        "PUT,/attributes",
        "PATCH,/addresses/%s",
        "DELETE,/addresses/%s",
        "PATCH,/contacts/%s",
        "DELETE,/contacts/%s"
    })
    void needsTheVersionThatWasRead(String method, String path) {
        String parts = path.contains("contacts") ? "contacts" : "addresses";
        String at = ann.location() + path.formatted(ann.firstId(parts));

        assertThat(send(method, at).text("type")).isEqualTo("/problems/precondition-required");
        assertThat(send(method, at).status()).isEqualTo(428);
        assertThat(send(method, at, "If-Match", "\"7\"").text("type")).isEqualTo("/problems/version-mismatch");
        assertThat(send(method, at, "If-Match", "nonsense").status()).isEqualTo(412);
        assertThat(send(method, at, "If-Match", "W/\"1\"").status()).isEqualTo(412);
        assertThat(ann.logged()).hasSize(1);
        assertThat(send(method, at, "If-Match", "\"0\", \"1\"").status()).isIn(200, 204);
    }

    @Test
    void takesOnlyMergePatchesAsPatches() {
        Response answer = harbor.send(
                "PATCH", ann.location(), "application/json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("type")).isEqualTo("/problems/unsupported-media-type");
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

    @Test
    void ofTwoEditsOfOneVersionOneWins() {
        String etag = ann.etag();
        var one = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> harbor.patch(ann.location(), "{\"lastName\": \"One\"}", "If-Match", etag));
        var other = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> harbor.patch(ann.location(), "{\"lastName\": \"Other\"}", "If-Match", etag));

        assertThat(List.of(one.join().status(), other.join().status())).containsExactlyInAnyOrder(200, 412);
        assertThat(ann.logged()).hasSize(2);
    }

    @Test
    void refusesABlockedCustomerAndSaysSoBeforehand() {
        jdbc.update("update customer set blocked = true where async_customer_id = ?", ann.id());

        assertThat(ann.patch("", "{\"lastName\": \"x\"}").text("type")).isEqualTo("/problems/customer-blocked");
        assertThat(ann.read()
                        .json()
                        .path("capabilities")
                        .path("edit")
                        .path("reason")
                        .asString())
                .isEqualTo("customer-blocked");
    }

    @Test
    void namesTheRulesOfTheDomain() {
        String address = "/addresses/" + ann.firstId("addresses");

        assertThat(ann.post("/addresses", "{\"name\": \"only a name\"}").text("type"))
                .isEqualTo("/problems/empty-address");
        assertThat(ann.patch(address, "{\"street\": null, \"city\": \"\", \"country\": null, \"phone\": null}")
                        .text("type"))
                .isEqualTo("/problems/empty-address");
        assertThat(ann.patch("", "{\"firstName\": null, \"lastName\": \" \"}").firstError())
                .isEqualTo("/lastName required");
        assertThat(ann.patch("", "{\"type\": \"ORGANIZATION\"}").firstError()).isEqualTo("/organizationName required");
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
                .containsExactlyInAnyOrder("title", "last_operation", "version");
    }

    @Test
    void neverAsksHeadquarters() {
        int asked = REAL_TIME.receivedRequests().size();

        ann.patch("", "{\"lastName\": \"x\"}");

        assertThat(REAL_TIME.receivedRequests()).hasSize(asked);
    }

    private Response send(String method, String path, String... headers) {
        return switch (method) {
            case "PATCH" -> harbor.patch(path, "{}", headers);
            case "PUT" -> harbor.put(path, path.endsWith("attributes") ? "{}" : "[]", headers);
            default -> harbor.delete(path, headers);
        };
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

    private int found(String name) {
        JsonNode items = harbor.post(CUSTOMERS + "/search", "{\"query\": \"%s\"}".formatted(name))
                .json()
                .path("items");
        return items.size();
    }
}
