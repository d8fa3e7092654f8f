package io.counterpart.channel.edit;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

import static org.assertj.core.api.Assertions.assertThat;

/** Notes on a customer: written by a till, online or offline, and read with the timeline. */
class CustomerNoteIT extends PendingEditContext {

    private static final String CLERK = "Counterpart-Clerk";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                      | /text required",
                "{\"text\": \"  \"}        | /text required",
                "{\"text\": \"a\\u0001b\"} | /text control-character",
            })
    void requiresAText(String body, String error) {
        Response answer = ann.post("/notes", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.firstError()).isEqualTo(error);
        assertThat(ann.logged()).hasSize(1);
    }

    @Test
    void hasAtMostAThousandCharacters() {
        Response answer = ann.post("/notes", "{\"text\": \"%s\"}".formatted("x".repeat(1001)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.firstError()).isEqualTo("/text too-long");
    }

    @Test
    void needsACustomer() {
        assertThat(harbor.post(CUSTOMERS + "/" + UUID.randomUUID() + "/notes", "{\"text\": \"Hello\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isInTheTimelineWithItsClerkAndDeviceAndTravelsToHeadquarters() {
        JsonNode before = ann.read().json();

        Response first = harbor.post(ann.location() + "/notes", "{\"text\": \" Calls \"}", CLERK, "4711");
        harbor.post(ann.location() + "/notes", "{\"text\": \"Second\"}", CLERK, "4712");

        assertThat(first.status()).as(first.body()).isEqualTo(201);
        JsonNode notes = notes();
        assertThat(notes).hasSize(2);
        assertThat(notes.path(0).path("text").asString()).isEqualTo("Second");
        assertThat(notes.path(1)).isEqualTo(first.json());
        assertThat(first.text("text")).isEqualTo("Calls");
        assertThat(first.text("clerk")).isEqualTo("4711");
        assertThat(first.text("device")).isEqualTo("till-1");
        assertThat(first.text("channel")).isEqualTo("HARBOR");
        CustomerOperation sent = ann.logged().get(1);
        assertThat(sent.body()).isEqualTo(new OperationBody.AddNote("Calls"));
        assertThat(sent.operationId()).hasToString(first.text("id"));
        assertThat(sent.clerk()).isEqualTo("4711");
        JsonNode after = ann.read().json();
        assertThat(after.path("addresses")).isEqualTo(before.path("addresses"));
        assertThat(after.path("lastName")).isEqualTo(before.path("lastName"));
        assertThat(after.has("timeline")).isFalse();
    }

    @Test
    void aRepeatedRequestWritesItOnce() {
        String key = "note-" + UUID.randomUUID();

        Response first = harbor.post(ann.location() + "/notes", "{\"text\": \"Once\"}", "Idempotency-Key", key);
        Response again = harbor.post(ann.location() + "/notes", "{\"text\": \"Once\"}", "Idempotency-Key", key);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(notes()).hasSize(1);
        assertThat(ann.logged()).hasSize(2);
    }

    @Test
    void aTillWritesItOfflineAndSendsItTwice() {
        String note = "{\"operationId\": \"%s\", \"kind\": \"ADD_NOTE\", \"asyncCustomerId\": \"%s\","
                + " \"occurredAt\": \"2026-11-20T08:15:30Z\", \"clerk\": \"Kim\"%s}";
        String good = note.formatted(UUID.randomUUID(), ann.id(), ", \"note\": \"Offline\"");
        String blank = note.formatted(UUID.randomUUID(), ann.id(), ", \"note\": \" \"");
        String missing = note.formatted(UUID.randomUUID(), ann.id(), "");
        String upload = "{\"items\": [%s, %s, %s]}".formatted(good, blank, missing);

        Response first = harbor.post("/api/v1/offline-uploads", upload);
        Response again = harbor.post("/api/v1/offline-uploads", upload);

        for (Response answer : List.of(first, again)) {
            assertThat(answer.json()
                            .path("items")
                            .valueStream()
                            .map(it -> it.path("outcome").asString("")))
                    .as(answer.body())
                    .containsExactly("APPLIED", "REFUSED", "REFUSED");
            assertThat(answer.json().at("/items/1/problem/errors/0/code").asString())
                    .isEqualTo("required");
        }
        assertThat(first.json().at("/items/0/status").asInt()).isEqualTo(201);
        assertThat(notes()).hasSize(1);
        assertThat(notes().path(0).path("clerk").asString()).isEqualTo("Kim");
        assertThat(notes().path(0).path("writtenAt").asString()).isEqualTo("2026-11-20T08:15:30Z");
    }

    private JsonNode notes() {
        return harbor.get(ann.location() + "?include=timeline").json().at("/timeline/notes");
    }
}
