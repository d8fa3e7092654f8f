package io.counterpart.channel.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
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
import io.counterpart.contract.snapshot.CustomerSnapshot;

import static org.assertj.core.api.Assertions.assertThat;

class PartialSearchIT extends ChannelServiceContext {

    private static final String SEARCH = CUSTOMERS + "/search";

    private final String one = word();
    private final String two = word();
    private final String three = word();

    @Test
    void showsThoseThatMatchMostWordsFirst() {
        String pair = create(one, three);
        String single = create("Ann", two);

        JsonNode found = search(null, one, two, three);

        assertThat(ids(found)).containsExactly(pair, single);
        assertThat(texts(found, "match")).containsExactly("PARTIAL", "PARTIAL");
        assertThat(found.at("/items/1/matchedBy/0").asString()).isEqualTo("NAME");
    }

    @Test
    void isNotReachedWithoutARequest() {
        create(one, three);

        Response answer = harbor.post(SEARCH, "{\"query\": \"%s %s\"}".formatted(one, two));

        assertThat(ids(answer.json())).isEmpty();
    }

    @Test
    void isNotReachedIfSomebodyMatchesAllWords() {
        create(one, two);
        create(one, three);

        JsonNode page = search(null, one, two);

        assertThat(texts(page, "match")).containsExactly("COMPLETE");
        assertThat(page.path("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pagesWithoutDuplicatesOrGaps(boolean withUnknownWord) {
        List<String> words = new ArrayList<>(List.of(one, two, three));
        if (withUnknownWord) {
            words.add(word());
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            expected.add(0, create(one, two));
        }
        List<String> singles = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            singles.add(0, create(i % 2 == 0 ? one : two, "Other"));
        }
        expected.addAll(singles);

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = search(
                    "\"limit\": 2" + (cursor.isEmpty() ? "" : ", \"cursor\": \"" + cursor + "\""),
                    words.toArray(String[]::new));
            paged.addAll(ids(page));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(paged).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({"Albrecth, SIMILAR", "Albrect, SIMILAR", "Allbrecht, SIMILAR", "Albrech, COMPLETE"})
    void forgivesATypingErrorWhenNobodyMatches(String typed, String match) {
        String id = create("Zq" + one, "Albrecht");
        String other = create("Zq" + one, "Unrelated");

        JsonNode found = search(null, "zq" + one, typed);

        assertThat(ids(found)).startsWith(id);
        assertThat(texts(found, "match")).startsWith(match);
        if (match.equals("SIMILAR")) {
            assertThat(ids(found)).doesNotContain(other);
        }
        assertThat(found.at("/items/0/matchedBy/0").asString()).isEqualTo("NAME");
    }

    @ParameterizedTest
    @CsvSource({"+49 30 SUFFIX, 030 SUFFIX", "030 SUFFIX, +49 (30) SUFFIX", "030/SUFFIX, 0049 30 SUFFIX"})
    void findsAPhoneWrittenNationallyOrInternationally(String stored, String typed) {
        String suffix =
                Long.toString(1_000_000_000L + ThreadLocalRandom.current().nextLong(8_999_999_999L));
        String id = harbor.post(
                        CUSTOMERS,
                        "{\"lastName\": \"%s\", \"phone\": \"%s\"}".formatted(one, stored.replace("SUFFIX", suffix)))
                .text("asyncCustomerId");

        JsonNode found = search(null, typed.replace("SUFFIX", suffix));

        assertThat(ids(found)).containsExactly(id);
        assertThat(texts(found, "match")).containsExactly("SIMILAR");
        assertThat(found.at("/items/0/matchedBy/0").asString()).isEqualTo("PHONE");
    }

    @Test
    void pagesThroughSimilarOnes() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            created.add(0, create("Zq" + one, "Albrecht"));
        }
        JsonNode first = search("\"limit\": 2", "zq" + one, "albrecth");
        JsonNode second = search(
                "\"limit\": 2, \"cursor\": \"%s\""
                        .formatted(first.path("nextCursor").asString()),
                "zq" + one,
                "albrecth");

        assertThat(ids(first)).containsExactly(created.get(0), created.get(1));
        assertThat(ids(second)).containsExactly(created.get(2));
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void isNotReachedIfHeadquartersKnowsACompleteMatch() {
        create("Ann", one);
        CustomerSnapshot there = SnapshotFixtures.foreign(UUID.randomUUID(), KafkaHeadquarters.accountNumber(), two);
        REAL_TIME.behave(
                RealTimeBehaviour.status(200, MessageJson.write(new FindCustomers.Found(List.of(there), null))));

        JsonNode found = search("\"scope\": \"all\"", one, two);

        assertThat(ids(found)).containsExactly(there.asyncCustomerId().toString());
        assertThat(texts(found, "match")).containsExactly("COMPLETE");
    }

    @Test
    void comesWhileHeadquartersCannotBeReached() {
        String here = create("Ann", one);
        REAL_TIME.behave(RealTimeBehaviour.silent());

        JsonNode found = search("\"scope\": \"all\"", one, two);

        assertThat(ids(found)).containsExactly(here);
        assertThat(found.path("headquarters").path("asked").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VwAAAAAAAAAAAAAAAAAAAAD_", "VwAAAAAAAAAAAAAAAAAAAAAF", "VwAA", "UwAA", "V"})
    void refusesCursorsThatItDidNotMake(String cursor) {
        Response answer = harbor.post(SEARCH, "{\"query\": \"ann lee\", \"cursor\": \"%s\"}".formatted(cursor));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.firstError()).isEqualTo("/cursor unknown-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a' | b c'", "!x & y", "smith\\\\ jones", "((a b))", "zzzz' :* zzzz", "😀😀😀😀 x"})
    void acceptsAnyInput(String typed) {
        assertThat(harbor.post(SEARCH, "{\"query\": \"%s\"}".formatted(typed)).status())
                .isIn(200, 422);
    }

    private JsonNode search(@Nullable String further, String... words) {
        Response answer = harbor.post(
                SEARCH,
                "{\"query\": \"%s\", \"partial\": true%s}"
                        .formatted(String.join(" ", words), further == null ? "" : ", " + further));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String create(String first, String last) {
        return harbor.post(CUSTOMERS, "{\"firstName\": \"%s\", \"lastName\": \"%s\"}".formatted(first, last))
                .text("asyncCustomerId");
    }

    private static List<String> ids(JsonNode found) {
        return texts(found, "asyncCustomerId");
    }

    private static List<String> texts(JsonNode found, String field) {
        return found.path("items")
                .valueStream()
                .map(item -> item.path(field).asString())
                .collect(Collectors.toList());
    }

    // With a digit: no other word is similar.
    private static String word() {
        return "w1" + UUID.randomUUID().toString().replace("-", "");
    }
}
