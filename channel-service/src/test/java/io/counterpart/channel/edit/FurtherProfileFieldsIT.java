package io.counterpart.channel.edit;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

import static org.assertj.core.api.Assertions.assertThat;

/** Mobile phone, web site, VAT number, invoice account and opt-outs: created, edited, repeated, and sent by a till. */
class FurtherProfileFieldsIT extends ChannelServiceContext {

    private static final String PIER = """
            {"type": "ORGANIZATION", "organizationName": "Pier Ltd", "mobile": " +1 555 0177 ",
             "url": "https://pier.example.com", "vatNumber": "GB 123 4567 89", "invoiceAccount": "C-9",
             "optOutPersonalization": true, "optOutWebActivityTracking": false}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mobile\": \"none\"}                          | /mobile not-a-phone",
                "{\"url\": \"javascript:alert(1)\"}              | /url not-a-url",
                "{\"url\": \"pier.example.com\"}                 | /url not-a-url",
                "{\"vatNumber\": \"none\"}                       | /vatNumber not-a-vat-number",
                "{\"vatNumber\": \"123456789012345678901\"}      | /vatNumber too-long",
                "{\"invoiceAccount\": \"123456789012345678901\"} | /invoiceAccount too-long"
            })
    void saysWhatIsWrongInACreationAndInAnEdit(String fields, String error) {
        CustomerEditClient pier = new CustomerEditClient(harbor, jdbc, harbor.post(CUSTOMERS, PIER));

        Response created = harbor.post(CUSTOMERS, fields.replace("{", "{\"lastName\": \"Lee\", "));
        Response edited = pier.patch("", fields);

        for (Response answer : List.of(created, edited)) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.firstError()).isEqualTo(error);
        }
        assertThat(pier.logged()).hasSize(1);
    }

    @Test
    void anOptOutIsTrueFalseOrNull() {
        CustomerEditClient pier = new CustomerEditClient(harbor, jdbc, harbor.post(CUSTOMERS, PIER));

        assertThat(pier.patch("", "{\"optOutPersonalization\": \"perhaps\"}").status())
                .isBetween(400, 422);
        assertThat(pier.read().json().path("optOutPersonalization").asBoolean()).isTrue();
    }

    @Test
    void areReadAsTheyWereCreatedAndTravelToHeadquarters() {
        Response created = harbor.post(CUSTOMERS, PIER);
        CustomerEditClient pier = new CustomerEditClient(harbor, jdbc, created);

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        JsonNode read = pier.read().json();
        assertThat(read.path("mobile").asString()).isEqualTo("+1 555 0177");
        assertThat(read.path("url").asString()).isEqualTo("https://pier.example.com");
        assertThat(read.path("vatNumber").asString()).isEqualTo("GB 123 4567 89");
        assertThat(read.path("invoiceAccount").asString()).isEqualTo("C-9");
        assertThat(read.path("optOutPersonalization").asBoolean()).isTrue();
        assertThat(read.path("optOutWebActivityTracking").isBoolean()).isTrue();
        CustomerProfile sent = ((OperationBody.CreateCustomer)
                        pier.logged().get(0).body())
                .content()
                .profile();
        assertThat(sent.vatNumber()).isEqualTo("GB 123 4567 89");
        assertThat(sent.optOutWebActivityTracking()).isFalse();
    }

    @Test
    void anEditContainsOnlyWhatIsDifferentAndNullEmptiesAField() {
        CustomerEditClient pier = new CustomerEditClient(harbor, jdbc, harbor.post(CUSTOMERS, PIER));

        Response edited = pier.patch(
                "",
                "{\"vatNumber\": \"GB 124\", \"url\": null, \"optOutPersonalization\": false, \"mobile\": \"+1 555 0177\"}");

        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(edited.json().has("url")).isFalse();
        assertThat(((OperationBody.EditProfile) pier.logged().get(1).body()).changes())
                .containsExactlyInAnyOrder(
                        new FieldChange("url", "https://pier.example.com", null),
                        new FieldChange("vatNumber", "GB 123 4567 89", "GB 124"),
                        new FieldChange("optOutPersonalization", true, false));
    }

    @Test
    void aTillCreatesAndEditsThemOffline() {
        UUID id = UUID.randomUUID();
        String creation = "{\"operationId\": \"%s\", \"kind\": \"CREATE_CUSTOMER\", \"asyncCustomerId\": \"%s\", %s"
                .formatted(
                        UUID.randomUUID(),
                        id,
                        "\"occurredAt\": \"2026-11-20T08:00:00Z\", "
                                + PIER.strip().substring(1));
        String edit = """
                {"operationId": "%s", "kind": "EDIT_PROFILE", "asyncCustomerId": "%s",
                 "occurredAt": "2026-11-20T08:01:00Z", "changes": [
                   {"field": "vatNumber", "oldValue": "GB 123 4567 89", "newValue": "GB 124"},
                   {"field": "optOutWebActivityTracking", "oldValue": false, "newValue": true}]}
                """.formatted(UUID.randomUUID(), id);
        String wrong = """
                {"operationId": "%s", "kind": "EDIT_PROFILE", "asyncCustomerId": "%s",
                 "occurredAt": "2026-11-20T08:02:00Z", "changes": [
                   {"field": "url", "oldValue": "https://pier.example.com", "newValue": "pier"}]}
                """.formatted(UUID.randomUUID(), id);
        String upload = "{\"items\": [%s, %s, %s]}".formatted(creation, edit, wrong);

        Response first = harbor.post("/api/v1/offline-uploads", upload);
        Response again = harbor.post("/api/v1/offline-uploads", upload);

        for (Response answer : List.of(first, again)) {
            assertThat(answer.json()
                            .path("items")
                            .valueStream()
                            .map(it -> it.path("outcome").asString("")))
                    .as(answer.body())
                    .containsExactly("APPLIED", "APPLIED", "REFUSED");
            assertThat(answer.json().at("/items/2/problem/errors/0/code").asString())
                    .isEqualTo("not-a-url");
        }
        JsonNode read = harbor.get(CUSTOMERS + "/" + id).json();
        assertThat(read.path("vatNumber").asString()).isEqualTo("GB 124");
        assertThat(read.path("optOutWebActivityTracking").asBoolean()).isTrue();
        assertThat(read.path("url").asString()).isEqualTo("https://pier.example.com");
    }
}
