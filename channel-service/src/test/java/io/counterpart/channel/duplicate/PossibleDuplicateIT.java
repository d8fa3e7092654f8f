package io.counterpart.channel.duplicate;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.StatementCounter;

import static org.assertj.core.api.Assertions.assertThat;

class PossibleDuplicateIT extends ChannelServiceContext {

    private static final String POSSIBLE_DUPLICATES = CUSTOMERS + "/possible-duplicates";

    private final String name = "D" + UUID.randomUUID().toString().replace("-", "");
    private final String email = name.toLowerCase(Locale.ROOT) + "@example.com";
    private final String phone = "+1 "
            + UUID.randomUUID()
                    .toString()
                    .replaceAll("[^0-9]", "")
                    .concat("123456")
                    .substring(0, 12);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"email\": \"EMAIL\"}                                                                | 90  | EMAIL",
                "{\"phone\": \"PHONE\"}                                                                | 60  | PHONE",
                "{\"firstName\": \"ANN\", \"lastName\": \"NAME\"}                                      | 40  | NAME",
                "{\"type\": \"PERSON\", \"firstName\": \"Ann\", \"lastName\": \"NAME\"}                | 40  | NAME",
                "{\"firstName\": \"Ann\", \"lastName\": \"NAME\", \"addresses\": [{\"zipCode\": \"98-1 01a\"}]} | 75 | NAME_AND_POSTCODE",
                "{\"firstName\": \"Ann\", \"lastName\": \"NAME\", \"addresses\": [null, {\"city\": \"Seattle\"}]} | 40 | NAME",
                "{\"firstName\": \"Änn\", \"lastName\": \"NAME\", \"phone\": \"PHONE\"}                | 93  | PHONE NAME",
                "{\"firstName\": \"Bob\", \"lastName\": \"NAME\", \"phone\": \"PHONE\", \"email\": \"EMAIL\"} | 95 | EMAIL PHONE",
                "{\"firstName\": \"Ann\", \"lastName\": \"NAME\", \"phone\": \"PHONE\", \"email\": \"EMAIL\"} | 98 | EMAIL PHONE NAME",
            })
    void saysWhatTheCustomersHaveInCommon(String body, int score, String reasons) {
        String id = createAnn();

        List<JsonNode> found = found(body.replace("EMAIL", email.toUpperCase(Locale.ROOT)));

        assertThat(found).hasSize(1);
        JsonNode best = found.get(0);
        assertThat(best.path("customer").path("asyncCustomerId").asString()).isEqualTo(id);
        assertThat(best.path("customer").path("displayAccountNumber").asString())
                .isEqualTo("Pending sync");
        assertThat(best.path("customer").has("addresses")).isFalse();
        assertThat(best.path("score").asInt()).isEqualTo(score);
        assertThat(best.path("reasons").valueStream().map(JsonNode::asString)).containsExactly(reasons.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"type\": \"PERSON\"}",
                "{\"addresses\": [{\"zipCode\": \"98101A\"}]}",
                "{\"email\": \"\", \"phone\": \"  \", \"lastName\": \" - \"}",
                "{\"email\": \"ann@\", \"phone\": \"+1\"}",
                "{\"type\": \"ORGANIZATION\", \"email\": \"MAIL\"}",
                "{\"firstName\": \"An\", \"lastName\": \"NAME\"}",
                "{\"organizationName\": \"Ann NAME\"}",
            })
    void findsNobodyWhoIsSomebodyElse(String body) {
        createAnn();

        assertThat(found(body.replace("MAIL", email))).isEmpty();
    }

    @Test
    void putsTheBestFirst() {
        String sameName = create("{\"firstName\": \"Ann\", \"lastName\": \"NAME\"}");
        String samePhone = create("{\"firstName\": \"Bob\", \"lastName\": \"Other\", \"phone\": \"PHONE\"}");
        String ann = createAnn();

        List<JsonNode> found =
                found("{\"firstName\": \"Ann\", \"lastName\": \"NAME\", \"phone\": \"PHONE\", \"email\": \"%s\"}"
                        .formatted(email));

        assertThat(found)
                .extracting(
                        each -> each.path("customer").path("asyncCustomerId").asString())
                .containsExactly(ann, samePhone, sameName);
    }

    @Test
    void namesTenAtMost() {
        for (int i = 0; i < 12; i++) {
            createAnn();
        }

        assertThat(found("{\"email\": \"%s\"}".formatted(email))).hasSize(10);
    }

    @Test
    void findsAnOrganizationByItsName() {
        String id = create("{\"type\": \"ORGANIZATION\", \"organizationName\": \"24/7 NAME\"}");

        List<JsonNode> found = found("{\"organizationName\": \"24/7 NAME\"}");

        assertThat(found)
                .extracting(
                        each -> each.path("customer").path("asyncCustomerId").asString())
                .containsExactly(id);
    }

    @Test
    void searchesWithOneStatementAndReadsWithOne() {
        createAnn();

        List<String> sent = statements.during(
                StatementCounter::answersRequests,
                () -> found("{\"firstName\": \"Ann\", \"lastName\": \"NAME\", \"phone\": \"PHONE\"}"));

        assertThat(sent).filteredOn(sql -> sql.contains("customer")).hasSize(2);
        assertThat(statements.during(StatementCounter::answersRequests, () -> found("{}")))
                .noneMatch(sql -> sql.contains("customer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"lastName\": \"a\\u0007\"}                       | 422 | /lastName control-character",
                "{\"type\": \"ROBOT\"}                              | 422 | /type unknown-value",
                "{\"lastName\": 5}                                  | 400 | /lastName wrong-type",
                "{\"attributes\": {}}                               | 400 | /attributes unknown-field",
                "{\"addresses\": [{\"zipCode\": \"123456789012345678901\"}]} | 422 | /addresses/0/zipCode too-long",
            })
    void refusesWhatNoCustomerCanHave(String body, int status, String error) {
        Response answer = harbor.post(POSSIBLE_DUPLICATES, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.firstError()).isEqualTo(error);
    }

    @Test
    void refusesTooManyAddressesAndTooLongNames() {
        String addresses = "[" + "{\"city\": \"x\"},".repeat(50) + "{\"city\": \"x\"}]";

        assertThat(harbor.post(POSSIBLE_DUPLICATES, "{\"addresses\": " + addresses + "}")
                        .firstError())
                .isEqualTo("/addresses too-many");
        assertThat(harbor.post(POSSIBLE_DUPLICATES, "{\"lastName\": \"%s\"}".formatted("x".repeat(101)))
                        .firstError())
                .isEqualTo("/lastName too-long");
    }

    // The last two become longer than a term of PostgreSQL when they are folded.
    @ParameterizedTest
    @ValueSource(strings = {"'", "\\\\", "a':* | b", "!", "a & b", "<->", "😀", "%", "a@'b\\\\", "㍿", "ﷺ"})
    void acceptsAnyText(String text) {
        String repeated = text.repeat(200 / text.length());

        for (String field : List.of("lastName", "organizationName", "email", "phone")) {
            Response answer = harbor.post(POSSIBLE_DUPLICATES, "{\"%s\": \"%s\"}".formatted(field, text));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
        assertThat(harbor.post(POSSIBLE_DUPLICATES, "{\"organizationName\": \"%s\"}".formatted(repeated))
                        .status())
                .isIn(200, 422);
        assertThat(harbor.post(
                                CUSTOMERS,
                                "{\"type\": \"ORGANIZATION\", \"organizationName\": \"%s\"}".formatted(repeated))
                        .status())
                .isIn(201, 422);
    }

    private String createAnn() {
        return create("""
                {"firstName": "Ann", "lastName": "NAME", "email": "%s", "phone": "PHONE",
                 "addresses": [{"zipCode": "981 01-A"}]}
                """.formatted(email));
    }

    private String create(String body) {
        Response answer = harbor.post(CUSTOMERS, filled(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("asyncCustomerId");
    }

    private List<JsonNode> found(String body) {
        Response answer = harbor.post(POSSIBLE_DUPLICATES, filled(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private String filled(String body) {
        return body.replace("NAME", name).replace("PHONE", phone);
    }
}
