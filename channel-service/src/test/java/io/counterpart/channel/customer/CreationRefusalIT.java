package io.counterpart.channel.customer;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class CreationRefusalIT extends ChannelServiceContext {

    @Test
    void refusesASecondCustomerWithTheSameSignIn() {
        String subject = UUID.randomUUID().toString();
        String body =
                "{\"lastName\": \"Lee\", \"externalIdentity\": {\"issuer\": \"https://login.example.com\", \"subject\": \"%s\"}}"
                        .formatted(subject);

        assertThat(harbor.post(CUSTOMERS, body).status()).isEqualTo(201);
        Response second = harbor.post(CUSTOMERS, body);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).isEqualTo("/problems/duplicate-external-identity");
        assertThat(second.body()).doesNotContain(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                       | 422 | /lastName required",
                "{\"firstName\": \"  \"}                                  | 422 | /lastName required",
                "{\"type\": \"ORGANIZATION\"}                             | 422 | /organizationName required",
                "{\"type\": \"ROBOT\", \"lastName\": \"x\"}               | 422 | /type unknown-value",
                "{\"lastName\": \"a\\u0000b\"}                            | 422 | /lastName control-character",
                "{\"lastName\": \"a\\nb\"}                                | 422 | /lastName control-character",
                "{\"lastName\": \"\\ud800\"}                              | 422 | /lastName control-character",
                "{\"lastName\": \"x\", \"email\": \"nobody\"}             | 422 | /email not-an-email",
                "{\"lastName\": \"x\", \"phone\": \"none\"}               | 422 | /phone not-a-phone",
                "{\"lastName\": \"x\", \"language\": \"?\"}               | 422 | /language not-a-language",
                "{\"lastName\": \"x\", \"currencyCode\": \"XXY\"}         | 422 | /currencyCode not-a-currency",
                "{\"lastName\": \"x\", \"customerGroup\": \"NO\"}         | 422 | /customerGroup unknown-value",
                "{\"lastName\": \"x\", \"affiliations\": [\"NO\"]}        | 422 | /affiliations/0 unknown-value",
                "{\"lastName\": \"x\", \"attributes\": {\"no/pe\": 1}}    | 422 | /attributes/no~1pe unknown-attribute",
                "{\"lastName\": \"x\", \"attributes\": {\"shoeSize\": \"big\"}} | 422 | /attributes/shoeSize wrong-type",
                "{\"lastName\": \"x\", \"attributes\": {\"shoeSize\": 61}} | 422 | /attributes/shoeSize out-of-bounds",
                "{\"lastName\": \"x\", \"attributes\": {\"height\": 1e999999}} | 422 | /attributes/height out-of-bounds",
                "{\"lastName\": \"x\", \"attributes\": {\"colour\": \"green\"}} | 422 | /attributes/colour unknown-value",
                "{\"lastName\": \"x\", \"addresses\": [null]}             | 422 | /addresses/0 required",
                "{\"lastName\": \"x\", \"addresses\": [{\"city\": \"x\", \"country\": \"USB\"}]} | 422 | /addresses/0/country not-a-country",
                "{\"lastName\": \"x\", \"contacts\": [{\"value\": \"a@b\"}]} | 422 | /contacts/0/type required",
                "{\"lastName\": \"x\", \"contacts\": [{\"type\": \"EMAIL\"}]} | 422 | /contacts/0/value required",
                "{\"lastName\": \"x\", \"externalIdentity\": {\"issuer\": \"i\"}} | 422 | /externalIdentity/subject required",
                "{\"lastName\": \"x\", \"nickname\": \"y\"}               | 400 | /nickname unknown-field",
                "{\"lastName\": \"x\", \"addresses\": [{\"cty\": \"y\"}]} | 400 | /addresses/0/cty unknown-field",
                "{\"lastName\": 5}                                        | 400 | /lastName wrong-type",
                "{\"lastName\": true}                                     | 400 | /lastName wrong-type",
                "{\"lastName\": [\"x\"]}                                  | 400 | /lastName wrong-type",
                "{\"addresses\": {}}                                      | 400 | /addresses wrong-type",
                "{\"addresses\": [{\"primary\": \"yes\"}]}                | 400 | /addresses/0/primary wrong-type",
                "{\"lastName\": \"x\", \"lastName\": \"y\"}               | 400 | ' broken-json'",
                "{\"lastName\": \"x\"                                     | 400 | ' broken-json'",
                "{\"lastName\": \"x\"} {}                                 | 400 | ' wrong-type'",
                "[]                                                       | 400 | ' wrong-type'",
            })
    void refusesWhatCannotBeKept(String body, int status, String error) {
        Response answer = harbor.post(CUSTOMERS, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("type"))
                .isEqualTo(status == 422 ? "/problems/validation" : "/problems/malformed-request");
        assertThat(answer.firstError()).isEqualTo(error);
        assertThat(answer.text("traceId")).hasSize(32);
        assertThat(answer.body()).doesNotContain("io.counterpart", "jackson", "Exception");
    }

    @ParameterizedTest
    @CsvSource({
        "title, 30",
        "firstName, 100",
        "middleName, 100",
        "lastName, 100",
        "phone, 40",
        "language, 35",
        "customerGroup, 20"
    })
    void refusesATextThatIsLongerThanHeadquartersTakes(String field, int longest) {
        String tooLong = "1".repeat(longest + 1);

        Response answer = harbor.post(
                CUSTOMERS,
                "{\"lastName\": \"x\", \"%s\": \"%s\"}"
                        .formatted(field, tooLong)
                        .replace("\"lastName\": \"x\", \"lastName\"", "\"lastName\""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.firstError()).isEqualTo("/" + field + " too-long");
        assertThat(answer.body()).doesNotContain(tooLong);
    }

    @Test
    void reportsAllErrorsAtOnce() {
        Response answer = harbor.post(CUSTOMERS, "{\"email\": \"x\", \"phone\": \"y\"}");

        assertThat(answer.json().path("errors").size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lastName\": \"x\", \"addresses\": [{\"name\": \"n\", \"purpose\": \"HOME\", \"city\": \" \"}]} | empty-address",
                "{\"lastName\": \"x\", \"addresses\": [{\"city\": \"a\", \"primary\": true}, {\"city\": \"b\", \"primary\": true}]} | multiple-primary-addresses",
                "{\"lastName\": \"x\", \"contacts\": [{\"type\": \"PHONE\", \"value\": \"1\", \"primary\": true}, {\"type\": \"PHONE\", \"value\": \"2\", \"primary\": true}]} | multiple-primary-contacts",
            })
    void namesTheRulesOfTheDomain(String body, String problem) {
        Response answer = harbor.post(CUSTOMERS, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("/problems/" + problem);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] latin1 = "{\"lastName\": \"Lée\"}".getBytes(StandardCharsets.ISO_8859_1);

        Response answer = harbor.postBytes(CUSTOMERS, latin1);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.text("type")).isEqualTo("/problems/malformed-request");
    }

    @Test
    void refusesABodyThatIsTooLargeWhetherOrNotItSaysSo() {
        byte[] large = ("{\"lastName\": \"" + "x".repeat(256 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(harbor.postBytes(CUSTOMERS, large).text("type")).isEqualTo("/problems/payload-too-large");
        assertThat(harbor.postChunked(CUSTOMERS, large).status()).isEqualTo(413);
    }

    @Test
    void refusesParametersThatItDoesNotKnow() {
        assertThat(harbor.get(CUSTOMERS + "/x?includes=addresses").firstError())
                .isEqualTo("/includes unknown-parameter");
        assertThat(harbor.get(CUSTOMERS + "/x?include=adresses").firstError()).isEqualTo("/include unknown-value");
        assertThat(harbor.post(CUSTOMERS + "?dryRun=true", "{\"lastName\": \"x\"}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"NOPE", "%00", "a%00b", "0190a1b2-0000-7000-8000-000000000000", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxx"})
    void doesNotFindWhatIsNotThere(String id) {
        Response answer = harbor.get(CUSTOMERS + "/" + id);

        assertThat(answer.status()).as(answer.body()).isIn(400, 404);
        assertThat(answer.body()).doesNotContain("Exception", "SQL");
    }

    @Test
    void answersWithProblemsWhereNoControllerIs() {
        assertThat(harbor.get("/api/v1/nothing").text("type")).isEqualTo("/problems/not-found");
        assertThat(harbor.method("DELETE", CUSTOMERS).text("type")).isEqualTo("/problems/method-not-allowed");
        assertThat(harbor.method("POST", CUSTOMERS).status()).isIn(400, 415);
        assertThat(harbor.send(
                                "POST",
                                CUSTOMERS + "/search",
                                "application/json",
                                "{\"query\": \"x\"}".getBytes(UTF_8),
                                "Accept",
                                "image/png")
                        .text("type"))
                .isEqualTo("/problems/not-acceptable");
    }
}
