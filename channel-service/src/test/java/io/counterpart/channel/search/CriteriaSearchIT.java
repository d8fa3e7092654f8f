package io.counterpart.channel.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.RealTimeBehaviour;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.realtime.FindCustomers;

import static org.assertj.core.api.Assertions.assertThat;

class CriteriaSearchIT extends ChannelServiceContext {

    private static final String SEARCH = CUSTOMERS + "/search";

    private final String name = "C" + UUID.randomUUID().toString().replace("-", "");
    private final String card = "LC-" + name.substring(1, 9).toUpperCase(Locale.ROOT);
    private String ann = "";
    private String number = "";

    @BeforeEach
    void createAnn() {
        REAL_TIME.behave(REAL_TIME.doing());
        Response created = station.post(CUSTOMERS, filled("""
                {"firstName": "Ann", "lastName": "NAME", "email": "NAME@example.com", "phone": "+1 555 0100",
                 "addresses": [{"zipCode": "981 01-a"}], "contacts": [{"type": "EMAIL", "value": "second.NAME@example.com"}]}
                """));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        ann = created.text("asyncCustomerId");
        number = created.text("accountNumber");
        REAL_TIME.behave(RealTimeBehaviour.status(
                200,
                "{\"cardNumber\": \"%s\", \"accountNumber\": \"%s\", \"issuedAt\": \"2026-11-22T10:00:00Z\"}"
                        .formatted(card, number)));
        assertThat(station.post(CUSTOMERS + "/" + ann + "/loyalty-cards", "").status())
                .isEqualTo(201);
        REAL_TIME.behave(RealTimeBehaviour.silent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"NAME an\"}                                            | NAME",
                "{\"email\": \"NAME@example\"}                                      | EMAIL",
                "{\"email\": \"SECOND.NAME@example.com\"}                           | SECONDARY_EMAIL",
                "{\"phone\": \"555-0100\", \"name\": \"NAME\"}                      | NAME PHONE",
                "{\"accountNumber\": \"NUMBER\"}                                    | ACCOUNT_NUMBER",
                "{\"accountNumber\": \" NUMBER \", \"name\": \"Ann\"}               | ACCOUNT_NUMBER NAME",
                "{\"loyaltyCard\": \"CARD\"}                                        | LOYALTY_CARD",
                "{\"loyaltyCard\": \"CARD\", \"accountNumber\": \"NUMBER\"}         | ACCOUNT_NUMBER LOYALTY_CARD",
                "{\"loyaltyCard\": \"CARD\", \"postcode\": \"98101A\"}              | ADDRESS LOYALTY_CARD",
                "{\"name\": \"NAME\", \"postcode\": \"98-101 A\"}                   | NAME ADDRESS",
                "{\"name\": \"NAME\", \"email\": \" \"}                             | NAME",
            })
    void findsByEachValueInItsField(String criteria, String reasons) {
        List<JsonNode> found = found("{\"criteria\": %s}".formatted(criteria));

        assertThat(found).extracting(CriteriaSearchIT::id).containsExactly(ann);
        assertThat(found.get(0).path("matchedBy").valueStream().map(JsonNode::asString))
                .contains(reasons.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"second.NAME\"}",
                "{\"email\": \"Ann\", \"name\": \"NAME\"}",
                "{\"phone\": \"0000\", \"name\": \"NAME\"}",
                "{\"name\": \"NAME\", \"postcode\": \"9810\"}",
                "{\"name\": \"NAME Bob\"}",
                "{\"accountNumber\": \"NUMBER\", \"name\": \"Bob\"}",
                "{\"accountNumber\": \"NUMBER\", \"postcode\": \"1\"}",
                "{\"accountNumber\": \"NUMBER0\"}",
                "{\"loyaltyCard\": \"CARD0\"}",
                "{\"loyaltyCard\": \"CARD\", \"accountNumber\": \"NUMBER0\"}",
            })
    void findsNobodyWhoFailsOne(String criteria) {
        assertThat(found("{\"criteria\": %s}".formatted(criteria))).isEmpty();
    }

    @Test
    void aTextHasToMatchAsWell() {
        assertThat(found("{\"query\": \"ann\", \"criteria\": {\"name\": \"NAME\"}}"))
                .hasSize(1);
        assertThat(found("{\"query\": \"NUMBER\", \"criteria\": {\"name\": \"NAME\"}}"))
                .hasSize(1);
        assertThat(found("{\"query\": \"bob\", \"criteria\": {\"name\": \"NAME\"}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"postcode\": \"Z1\""})
    void pagesWithoutDuplicatesOrGaps(String postcode) {
        List<String> created =
                Stream.generate(() -> create("Paged", "Z1")).limit(5).toList();
        create("Paged", "Z2");
        create("Other", "Z1");

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            Response page = harbor.post(
                    SEARCH,
                    filled("{\"criteria\": {\"name\": \"Paged NAME\"%s}, \"limit\": 2%s}"
                            .formatted(postcode, cursor.isEmpty() ? "" : ", \"cursor\": \"" + cursor + "\"")));
            page.json().path("items").forEach(item -> paged.add(id(item)));
            cursor = page.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(paged).doesNotHaveDuplicates().containsAll(created).hasSize(postcode.isEmpty() ? 6 : 5);
    }

    @Test
    void asksHeadquartersForTheSame() {
        var known = SnapshotFixtures.foreign(UUID.fromString(ann), number, name);
        var there = SnapshotFixtures.foreign(UUID.randomUUID(), KafkaHeadquarters.accountNumber(), name);
        REAL_TIME.behave(
                RealTimeBehaviour.status(200, MessageJson.write(new FindCustomers.Found(List.of(known, there), null))));

        List<JsonNode> byName = found("{\"criteria\": {\"name\": \"NAME\"}, \"scope\": \"all\"}");
        List<JsonNode> byCard = found("{\"criteria\": {\"loyaltyCard\": \"CARD\"}, \"scope\": \"all\"}");

        assertThat(byName)
                .extracting(CriteriaSearchIT::id)
                .containsExactly(ann, there.asyncCustomerId().toString());
        assertThat(byCard)
                .extracting(CriteriaSearchIT::id)
                .containsExactly(ann, there.asyncCustomerId().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"criteria\": {}}                                        | 422 | /query required",
                "{\"criteria\": {\"name\": \" \"}}                         | 422 | /query required",
                "{\"criteria\": {\"postcode\": \"98101\"}}                 | 422 | /criteria/postcode needs-another-criterion",
                "{\"query\": \"ann\", \"criteria\": {\"name\": \"-\"}}     | 422 | /criteria/name not-a-name",
                "{\"query\": \"ann\", \"criteria\": {\"phone\": \"x\"}}    | 422 | /criteria/phone not-a-phone",
                "{\"criteria\": {\"name\": \"a\\u0007\"}}                  | 422 | /criteria/name control-character",
                "{\"criteria\": {\"accountNumber\": \"123456789012345678901\"}} | 422 | /criteria/accountNumber too-long",
                "{\"criteria\": {\"city\": \"Seattle\"}}                   | 400 | /criteria/city unknown-field",
                "{\"criteria\": {\"name\": 5}}                             | 400 | /criteria/name wrong-type",
                "{\"criteria\": []}                                        | 400 | /criteria wrong-type",
            })
    void refusesCriteriaThatMakeNoSense(String body, int status, String error) {
        Response answer = harbor.post(SEARCH, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.firstError()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\\\\", "a':* | b", "!", "a & b", "<->", "😀", "%", "a@'b\\\\", "㍿"})
    void acceptsAnyInput(String text) {
        for (String field : List.of("name", "email", "phone", "accountNumber", "loyaltyCard", "postcode")) {
            String body = "{\"query\": \"ann\", \"criteria\": {\"%s\": \"%s\"}}".formatted(field, text);
            assertThat(harbor.post(SEARCH, body).status()).isIn(200, 422);
        }
    }

    private String create(String firstName, String zipCode) {
        return harbor.post(
                        CUSTOMERS,
                        filled("{\"firstName\": \"%s\", \"lastName\": \"NAME\", \"addresses\": [{\"zipCode\": \"%s\"}]}"
                                .formatted(firstName, zipCode)))
                .text("asyncCustomerId");
    }

    private List<JsonNode> found(String body) {
        Response answer = harbor.post(SEARCH, filled(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    private String filled(String body) {
        return body.replace("NAME", name).replace("NUMBER", number).replace("CARD", card);
    }

    private static String id(JsonNode item) {
        return item.path("asyncCustomerId").asString();
    }
}
