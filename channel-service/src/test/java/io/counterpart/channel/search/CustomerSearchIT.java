package io.counterpart.channel.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.StatementCounter;

import static io.counterpart.channel.search.SearchTestSupport.complete;
import static org.assertj.core.api.Assertions.assertThat;

class CustomerSearchIT extends ChannelServiceContext {

    private static final String SEARCH = CUSTOMERS + "/search";

    private static String zoe = "";

    @BeforeEach
    void makeZoe() {
        if (zoe.isEmpty()) {
            zoe = harbor.post(CUSTOMERS, """
                            {"firstName": "Zoë", "lastName": "Strauß-O'Brien", "email": "Zoe.S@Example.com", "phone": "+49 (30) 901-8202",
                             "contacts": [{"type": "EMAIL", "value": "office@zoe.example"}, {"type": "PHONE", "value": "0171 4455667"}]}
                            """).text("asyncCustomerId");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe strauss",
                "STRAUß zo",
                "Obrien",
                "o'brien  Zoë",
                "brien strauss",
                "zoe.s@example.com",
                "ZOE.S@EXAM",
                "office@zoe.example",
                "+49 30 9018202",
                "4930901",
                "9018202",
                "901-82",
                "(0171) 44 55 667",
                "4455667",
                "zoe 901 8202"
            })
    void findsHerByWhatPeopleType(String query) {
        assertThat(ids(search(query))).contains(zoe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoe lee", "oe", "zoe@", "0800 123456", "zoe 0000"})
    void doesNotFindHerByWhatIsNotHers(String query) {
        assertThat(complete(search(query))).doesNotContain(zoe);
    }

    @Test
    void findsHerByIdAndShowsTheProfileOnly() {
        JsonNode found = search(zoe).json().path("items").path(0);

        assertThat(found.path("asyncCustomerId").asString()).isEqualTo(zoe);
        assertThat(found.path("displayAccountNumber").asString()).isEqualTo("Pending sync");
        assertThat(found.has("addresses")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "zoe strauss, NAME EMAIL",
        "zoe.s@example.com, EMAIL",
        "+49 30 9018202, PHONE",
        "office@zoe, SECONDARY_EMAIL",
        "4455667, SECONDARY_PHONE",
        "zoe 901 8202, NAME EMAIL PHONE",
        "zoe, NAME EMAIL",
    })
    void saysByWhatItFoundHer(String query, String reasons) {
        assertThat(reasonsOf(search(query))).isEqualTo(reasons);
    }

    @Test
    void saysThatItFoundHerByItsIdOrAccountNumber() {
        REAL_TIME.behave(REAL_TIME.doing());
        Response numbered = station.post(CUSTOMERS, "{\"lastName\": \"Numbered\"}");

        assertThat(reasonsOf(search(zoe))).isEqualTo("ASYNC_CUSTOMER_ID");
        assertThat(search(numbered.text("accountNumber"))
                        .json()
                        .at("/items/0/matchedBy/0")
                        .asString())
                .isEqualTo("ACCOUNT_NUMBER");
    }

    @Test
    void readsNothingMoreToSayByWhatItFoundAHit() {
        harbor.post(CUSTOMERS, "{\"lastName\": \"Reasoned\"}");
        List<String> one = statements.during(StatementCounter::answersRequests, () -> search("reasoned"));
        for (int i = 0; i < 5; i++) {
            harbor.post(CUSTOMERS, "{\"lastName\": \"Reasoned\"}");
        }
        List<String> six = statements.during(StatementCounter::answersRequests, () -> search("reasoned"));

        assertThat(six).isNotEmpty().hasSizeLessThanOrEqualTo(one.size());
    }

    @Test
    void pagesWithoutDuplicatesOrGaps() {
        for (int i = 0; i < 5; i++) {
            harbor.post(CUSTOMERS, "{\"firstName\": \"Page\", \"lastName\": \"Turner\"}");
        }
        Set<String> seen = new HashSet<>();
        String cursor = "";
        int pages = 0;
        do {
            String from = cursor.isEmpty() ? "" : ", \"cursor\": \"" + cursor + "\"";
            Response page = station.post(SEARCH, "{\"query\": \"turner page\", \"limit\": 2%s}".formatted(from));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            ids(page).forEach(id -> assertThat(seen.add(id)).isTrue());
            cursor = page.text("nextCursor");
            pages++;
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(5);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void saysThatHeadquartersWasNotAsked() {
        JsonNode all =
                harbor.post(SEARCH, "{\"query\": \"zoe\", \"scope\": \"all\"}").json();

        assertThat(all.path("headquarters").path("asked").asBoolean(true)).isFalse();
        assertThat(harbor.post(SEARCH, "{\"query\": \"zoe\", \"scope\": \"channel\"}")
                        .json()
                        .has("headquarters"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                     | 422 | /query required",
                "{\"query\": \" - \"}                   | 422 | /query required",
                "{\"query\": \"a\\u0000\"}              | 422 | /query control-character",
                "{\"query\": \"a\", \"limit\": 0}       | 422 | /limit out-of-bounds",
                "{\"query\": \"a\", \"limit\": 201}     | 422 | /limit out-of-bounds",
                "{\"query\": \"a\", \"limit\": \"9\"}   | 400 | /limit wrong-type",
                "{\"query\": \"a\", \"scope\": \"hq\"}  | 422 | /scope unknown-value",
                "{\"query\": \"a\", \"cursor\": \"!\"}  | 400 | /cursor unknown-value",
                "{\"query\": \"a\", \"cursor\": \"YQ\"} | 400 | /cursor unknown-value",
                "{\"query\": \"a\", \"page\": 2}        | 400 | /page unknown-field",
            })
    void refusesSearchesThatMakeNoSense(String body, int status, String error) {
        Response answer = harbor.post(SEARCH, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.firstError()).isEqualTo(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\\\\", "a':* | b", "!", "a & b", "<->", "😀", "%", "a@'b\\\\"})
    void acceptsAnyInput(String query) {
        assertThat(search(query).status()).isIn(200, 422);
    }

    private Response search(String query) {
        return station.post(SEARCH, "{\"query\": \"%s\", \"limit\": 200}".formatted(query));
    }

    private static String reasonsOf(Response answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("asyncCustomerId").asString().equals(zoe))
                .flatMap(item -> item.path("matchedBy").valueStream())
                .map(JsonNode::asString)
                .collect(Collectors.joining(" "));
    }

    private static List<String> ids(Response answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("asyncCustomerId").asString())
                .toList();
    }
}
