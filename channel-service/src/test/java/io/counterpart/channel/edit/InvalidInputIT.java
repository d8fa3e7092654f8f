package io.counterpart.channel.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Any invalid input results in a problem with a text for the user, and never in an internal error. */
class InvalidInputIT extends ChannelServiceContext {

    private static final String STOREFRONT = "token-of-the-shop";

    private static final List<String> ENDPOINTS = List.of(
            "POST /customers",
            "PUT /customers/0190a1b2-0000-7000-8000-000000000001",
            "POST /customers/search",
            "POST /customer-orders",
            "POST /offline-uploads",
            "POST /sign-ins",
            "POST /customers/{id}/loyalty-cards",
            "POST /customers/{id}/notes",
            "PATCH /customers/{id}",
            "PUT /customers/{id}/affiliations",
            "PUT /customers/{id}/attributes",
            "POST /customers/{id}/addresses",
            "PATCH /customers/{id}/addresses/{address}",
            "POST /customers/{id}/contacts",
            "PATCH /customers/{id}/contacts/{contact}");

    @SuppressWarnings("NullAway.Init") // created before the tests
    private static CustomerEditClient customer;

    @BeforeEach
    void create() {
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, 'HARBOR', 'shop', 'STOREFRONT')"
                        + " on conflict do nothing",
                Sha256.hex(STOREFRONT));
        if (customer == null) {
            customer = new CustomerEditClient(harbor, jdbc, harbor.post(CUSTOMERS, """
                    {"lastName": "Bad", "addresses": [{"city": "x"}], "contacts": [{"type": "EMAIL", "value": "a@b.c"}]}
                    """));
        }
    }

    static Stream<Arguments> everyEndpointWithEveryBadBody() {
        return ENDPOINTS.stream().flatMap(endpoint -> BadBodies.ALL.stream().map(body -> arguments(endpoint, body)));
    }

    @ParameterizedTest
    @MethodSource("everyEndpointWithEveryBadBody")
    void isRefusedWithAProblem(String endpoint, String body) {
        Response answer = send(endpoint, body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.body()).doesNotContain("io.counterpart", "jackson", "Exception", "SQL");
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void refusesBytesThatAreNoUtf8AndBodiesThatAreTooLarge(String endpoint) {
        byte[] latin1 =
                "{\"lastName\": \"Lée\", \"city\": \"é\", \"value\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] large = ("{\"lastName\": \"" + "x".repeat(4 * 1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(send(endpoint, latin1).text("type")).isEqualTo("/problems/malformed-request");
        assertThat(send(endpoint, large).text("type")).isEqualTo("/problems/payload-too-large");
    }

    static Stream<String> endpoints() {
        return ENDPOINTS.stream();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH /customers/{id}                     | {\"nickname\": \"x\"}                       | 400 | /nickname unknown-field",
                "PATCH /customers/{id}                     | {\"lastName\": 5}                           | 400 | /lastName wrong-type",
                "PATCH /customers/{id}                     | {\"email\": \"nobody\"}                     | 422 | /email not-an-email",
                "PATCH /customers/{id}                     | {\"customerGroup\": \"NO\"}                 | 422 | /customerGroup unknown-value",
                "PATCH /customers/{id}                     | {\"type\": null}                            | 422 | /type required",
                "PATCH /customers/{id}                     | {\"receiptOption\": \"FAX\"}                | 422 | /receiptOption unknown-value",
                "PUT /customers/{id}/affiliations          | [\"NO\"]                                    | 422 | /0 unknown-value",
                "PUT /customers/{id}/affiliations          | [null]                                      | 422 | /0 unknown-value",
                "PUT /customers/{id}/attributes            | {\"no/pe\": 1}                              | 422 | /no~1pe unknown-attribute",
                "PUT /customers/{id}/attributes            | {\"shoeSize\": \"big\"}                     | 422 | /shoeSize wrong-type",
                "PUT /customers/{id}/attributes            | {\"shoeSize\": 38.5}                        | 422 | /shoeSize wrong-type",
                "PUT /customers/{id}/attributes            | {\"shoeSize\": 61}                          | 422 | /shoeSize out-of-bounds",
                "PUT /customers/{id}/attributes            | {\"newsletter\": \"yes\"}                   | 422 | /newsletter wrong-type",
                "PUT /customers/{id}/attributes            | {\"colour\": \"green\"}                     | 422 | /colour unknown-value",
                "POST /customers/{id}/addresses            | {\"city\": \"x\", \"country\": \"USB\"}     | 422 | /country not-a-country",
                "PATCH /customers/{id}/addresses/{address} | {\"id\": \"x\"}                             | 400 | /id unknown-field",
                "PATCH /customers/{id}/addresses/{address} | {\"email\": \"x\"}                          | 422 | /email not-an-email",
                "POST /customers/{id}/contacts             | {\"value\": \"a@b.c\"}                      | 422 | /type required",
                "PATCH /customers/{id}/contacts/{contact}  | {\"value\": null}                           | 422 | /value required",
                "PATCH /customers/{id}/contacts/{contact}  | {\"type\": \"PHONE\"}                       | 422 | /value not-a-phone",
            })
    void pointsToWhatIsWrong(String endpoint, String body, int status, String error) {
        Response answer = send(endpoint, body.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.firstError()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "محمد علي",
                "李小龍",
                "ნინო",
                "👩‍👩‍👧‍👦 Family",
                "Zoë Ångström",
                "O'Brien-Łukasz",
                "\u202eevil\u202c",
                "a\u0301"
            })
    void storesNamesFaithfully(String name) {
        Response answer = send(
                "PATCH /customers/{id}",
                "{\"lastName\": \"%s\"}".formatted(name).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(harbor.get(customer.location()).text("lastName")).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nope", "%00", "0190a1b2-0000-7000-8000-000000000000"})
    void doesNotFindPartsThatAreNotThere(String part) {
        String at = customer.location() + "/addresses/" + part;

        assertThat(harbor.patch(at, "{}", "If-Match", customer.etag()).status()).isIn(400, 404);
        assertThat(harbor.delete(at, "If-Match", customer.etag()).status()).isIn(400, 404);
        assertThat(harbor.patch(CUSTOMERS + "/" + part, "{}", "If-Match", "*").status())
                .isIn(400, 404);
    }

    @Test
    void changedNothingByAllThat() {
        assertThat(harbor.get(customer.location() + "?include=addresses,contacts")
                        .json()
                        .path("addresses")
                        .size())
                .isEqualTo(1);
    }

    private Response send(String endpoint, byte[] body) {
        String[] parts = endpoint.split(" ", -1);
        String path = parts[1].replace("{id}", customer.id().toString())
                .replace("{address}", customer.firstId("addresses"))
                .replace("{contact}", customer.firstId("contacts"));
        String type = parts[0].equals("PATCH") ? "application/merge-patch+json" : "application/json";
        ApiClient caller = path.equals("/sign-ins") ? harbor.with(STOREFRONT) : harbor;
        return caller.send(parts[0], "/api/v1" + path, type, body, "If-Match", "*");
    }
}
