package io.counterpart.channel.edit;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.channel.testing.ApiClient.Response;

import static org.assertj.core.api.Assertions.assertThat;

class EditConditionIT extends PendingEditContext {

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

    private Response send(String method, String path, String... headers) {
        return switch (method) {
            case "PATCH" -> harbor.patch(path, "{}", headers);
            case "PUT" -> harbor.put(path, path.endsWith("attributes") ? "{}" : "[]", headers);
            default -> harbor.delete(path, headers);
        };
    }
}
