package io.counterpart.hq.clerk;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.Topics;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ClerkApiIT extends ClerkApiSupport {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'channels': ['HARBOR'], 'pin': '4711'}                                   | /name     | required",
                "{'name': ' ', 'channels': ['HARBOR'], 'pin': '4711'}                      | /name     | required",
                "{'name': 'LONG', 'channels': ['HARBOR'], 'pin': '4711'}                   | /name     | too-long",
                "{'name': 'Robin\\u0007', 'channels': ['HARBOR'], 'pin': '4711'}          | /name     | invalid-characters",
                "{'name': 'Robin', 'pin': '4711'}                                          | /channels | required",
                "{'name': 'Robin', 'channels': [], 'pin': '4711'}                          | /channels | required",
                "{'name': 'Robin', 'channels': ['HARBOR', 'NOWHERE'], 'pin': '4711'}       | /channels | unknown",
                "{'name': 'Robin', 'channels': ['HARBOR']}                                 | /pin      | required",
                "{'name': 'Robin', 'channels': ['HARBOR'], 'pin': '471'}                   | /pin      | not-a-pin",
                "{'name': 'Robin', 'channels': ['HARBOR'], 'pin': '123456789'}             | /pin      | not-a-pin",
                "{'name': 'Robin', 'channels': ['HARBOR'], 'pin': '47 1'}                  | /pin      | not-a-pin",
            })
    void refusesWhatCannotBeAClerk(String body, String pointer, String code) {
        MvcTestResult answer = put(id, null, body.replace('\'', '"').replace("LONG", "n".repeat(61)));

        assertThat(answer).hasStatus(422);
        assertThat(json(answer).path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
        assertThat(json(answer).path("errors").path(0).path("code").asString()).isEqualTo(code);
        assertThat(work.count("clerk")).isZero();
        assertThat(work.count("audit_entry")).isZero();
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070)).isEmpty();
    }

    @Test
    void storesAndPublishesTheHashOfThePinOnly() {
        MvcTestResult created = put(id, null, clerk("Robin Reyes", "'HARBOR', 'ONLINE'", "true", "48015263"));

        assertThat(created).hasStatusOk();
        assertThat(json(created).path("pinSetAt").asString()).isNotEmpty();
        String hash = work.texts("select pin_hash from clerk").get(0);
        assertThat(hash).startsWith("$2a$12$");
        assertThat(new BCryptPasswordEncoder().matches("48015263", hash)).isTrue();
        assertThat(published("HARBOR").path("clerks").path(0).path("pinHash").asString())
                .isEqualTo(hash);
        assertThat(published("ONLINE").path("clerks").path(0).path("id").asString())
                .isEqualTo(id);
        assertThat(work.publishedTo(Topics.CONTROL)).isEmpty();
        assertThat(body(created)).doesNotContain(hash, "48015263");
        assertThat(body(get(CLERKS + id))).doesNotContain(hash);
        assertThat(work.texts("select audit_entry::text from audit_entry"))
                .hasSize(1)
                .allMatch(entry -> entry.contains("Robin Reyes"))
                .noneMatch(entry -> entry.contains(hash) || entry.contains("48015263"));
    }

    @Test
    void twoClerksDoNotHaveOneName() {
        put(id, null, clerk("Robin Reyes", "'HARBOR'", "true", "4711"));

        MvcTestResult second =
                put(UUID.randomUUID().toString(), null, clerk("robin reyes", "'ONLINE'", "true", "4712"));

        assertThat(second).hasStatus(422);
        assertThat(body(second)).contains("/name", "in-use");
        assertThat(work.count("clerk")).isOne();
        assertThat(put(id, tag(), clerk("ROBIN REYES", "'HARBOR'", "true", null)))
                .hasStatusOk();
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        put(id, null, clerk("Robin", "'HARBOR'", "true", "4711"));

        assertThat(put(id, null, clerk("Robin", "'HARBOR'", "false", null))).hasStatus(428);
        assertThat(put(id, "\"99\"", clerk("Robin", "'HARBOR'", "false", null))).hasStatus(412);
        assertThat(get(CLERKS + UUID.randomUUID())).hasStatus(404);
        assertThat(put("robin", null, clerk("Robin", "'HARBOR'", "true", "4711")))
                .hasStatus(422);
    }

    @Test
    void listsByNamePageByPageAndByChannel() {
        for (String name : List.of("b", "A", "c")) {
            String channel = name.equals("c") ? "'ONLINE'" : "'HARBOR', 'ONLINE'";
            put(UUID.randomUUID().toString(), null, clerk(name, channel, "true", "4711"));
        }

        JsonNode first = json(get("/api/v1/clerks?limit=2"));
        JsonNode second = json(
                get("/api/v1/clerks?limit=2&cursor=" + first.path("nextCursor").asString()));

        assertThat(names(first)).containsExactly("A", "b");
        assertThat(names(second)).containsExactly("c");
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(names(json(get("/api/v1/clerks?channel=HARBOR")))).containsExactly("A", "b");
        assertThat(first.path("items").path(0).path("channels")).hasSize(2);
    }

    private static List<String> names(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(clerk -> clerk.path("name").asString())
                .toList();
    }
}
