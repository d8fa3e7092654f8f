package io.counterpart.channel.download;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.configuration.Features;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.snapshot.CustomerSnapshot;

import static org.assertj.core.api.Assertions.assertThat;

/** HQ erased a customer: this channel database has nothing of it any more, and tills learn it. */
class ErasedCustomerIT extends SnapshotContext {

    private UUID id = UUID.randomUUID();

    @BeforeEach
    void customer() {
        runFeatures(
                Features.PERFORMANCE_IMPROVEMENTS,
                Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                Features.ASYNC_CUSTOMER_ADDRESSES,
                Features.ASYNC_CUSTOMER_EDITING,
                Features.MULTIPLE_EMAILS_AND_PHONES);
        id = create();
        edit(id, 2, new FieldChange("middleName", null, name + "-middle"));
    }

    @Test
    void nothingRemainsInAnyTable() {
        harbor.post(
                CUSTOMERS,
                "{\"lastName\": \"%s\"}".formatted(name + "-other"),
                "Idempotency-Key",
                "k" + UUID.randomUUID());
        jdbc.update("""
                update customer set mobile = '+1 555 0177', url = ?, vat_number = 'GB 123', invoice_account = 'C-9',
                  opt_out_personalization = true, opt_out_web_activity_tracking = false
                where async_customer_id = ?
                """, "https://example.com/" + name, id);
        assertThat(traces()).isNotEmpty();

        intake.apply(List.of(erased(2)));

        assertThat(traces()).isEmpty();
        assertThat(jdbc.queryForObject("""
                        select num_nonnulls(mobile, url, vat_number, invoice_account, opt_out_personalization,
                          opt_out_web_activity_tracking)
                        from customer where async_customer_id = ?
                        """, Integer.class, id)).isZero();
        assertThat(jdbc.queryForList(
                        "select account_number from customer where async_customer_id = ? and erased_at is not null",
                        String.class,
                        id))
                .containsExactly(number);
    }

    @Test
    void theStoredResponseToAnAddedContactIsErased() {
        Response added = harbor.post(
                CUSTOMERS + "/" + id + "/contacts",
                "{\"type\": \"EMAIL\", \"value\": \"%s@example.com\"}".formatted(name),
                "Idempotency-Key",
                "k" + UUID.randomUUID());
        assertThat(added.status()).as(added.body()).isEqualTo(201);

        intake.apply(List.of(erased(3)));

        assertThat(traces()).isEmpty();
    }

    @Test
    void notesAreErased() {
        harbor.post(
                CUSTOMERS + "/" + id + "/notes",
                "{\"text\": \"About %s\"}".formatted(name),
                "Idempotency-Key",
                "k" + UUID.randomUUID());
        assertThat(jdbc.queryForList("select text from customer_note where async_customer_id = ?", String.class, id))
                .hasSize(1);

        intake.apply(List.of(erased(3)));

        assertThat(traces()).isEmpty();
    }

    @Test
    void isGoneForReadersSearchesAndEditors() {
        intake.apply(List.of(erased(2)));

        for (String path : List.of(id.toString(), number, id + ALL)) {
            Response read = harbor.get(CUSTOMERS + "/" + path);
            assertThat(read.status()).as(read.body()).isEqualTo(410);
            assertThat(read.text("type")).isEqualTo("/problems/customer-erased");
        }
        assertThat(search(name)).isEmpty();
        assertThat(search(number)).isEmpty();
        assertThat(search(id.toString())).isEmpty();
        assertThat(harbor.patch(CUSTOMERS + "/" + id, "{\"phone\": \"+1 555 0199\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(410);
        assertThat(harbor.put(CUSTOMERS + "/" + id, "{\"lastName\": \"%s\"}".formatted(name))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void anOfflineUploadGetsAClearAnswerForEachItem() {
        intake.apply(List.of(erased(2)));

        Response answer =
                harbor.post("/api/v1/offline-uploads", """
                {"items": [
                  {"operationId": "%1$s", "kind": "CREATE_CUSTOMER", "asyncCustomerId": "%3$s",
                   "occurredAt": "2026-11-20T08:00:00Z", "lastName": "%4$s"},
                  {"operationId": "%2$s", "kind": "EDIT_PROFILE", "asyncCustomerId": "%3$s",
                   "occurredAt": "2026-11-20T08:01:00Z",
                   "changes": [{"field": "lastName", "oldValue": "%4$s", "newValue": "%4$s-2"}]}]}
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), id, name));

        assertThat(answer.json()
                        .path("items")
                        .valueStream()
                        .map(it -> it.path("outcome").asString("")))
                .as(answer.body())
                .containsExactly("REFUSED", "REFUSED");
        assertThat(answer.json().path("items").path(0).toString()).contains("/problems/customer-erased");
        assertThat(traces()).isEmpty();
    }

    @Test
    void aRepeatedRequestWithItsKeyDoesNotCreateTheCustomerAgain() {
        String key = "erased-" + UUID.randomUUID();
        String body = "{\"lastName\": \"%s\"}".formatted(name);
        id = UUID.fromString(
                harbor.post(CUSTOMERS, body, "Idempotency-Key", key).text("asyncCustomerId"));
        intake.apply(List.of(erased(1)));

        Response again = harbor.post(CUSTOMERS, body, "Idempotency-Key", key);

        assertThat(again.status()).as(again.body()).isEqualTo(410);
        assertThat(again.text("type")).isEqualTo("/problems/customer-erased");
    }

    @Test
    void noLaterSnapshotBringsTheCustomerBack() {
        intake.apply(List.of(erased(2)));

        intake.apply(
                List.of(SnapshotFixtures.changedElsewhere(id, number, SnapshotFixtures.content(name, "Harbor"), 2)));

        assertThat(traces()).isEmpty();
    }

    @Test
    void listenersLearnOfIt() {
        intake.apply(List.of(SnapshotFixtures.converted(id, number, name)));

        intake.apply(List.of(erased(2)));

        assertThat(jdbc.queryForList("""
                        select type from channel_event_arrival where async_customer_id = ?
                        union select type from channel_event where async_customer_id = ?
                        """, String.class, id, id)).contains("CUSTOMER_ERASED");
    }

    @Test
    void aCustomerThatIsNewHereIsKnownAsErased() {
        id = UUID.randomUUID();

        intake.apply(List.of(erased(1)));

        assertThat(harbor.get(CUSTOMERS + "/" + id).status()).isEqualTo(410);
        assertThat(harbor.put(CUSTOMERS + "/" + id, "{\"lastName\": \"%s\"}".formatted(name))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void tillsDeleteTheirCopy() {
        JsonNode before = harbor.get(CUSTOMERS + "/changes?limit=2000").json();
        intake.apply(List.of(erased(2)));

        JsonNode after = harbor.get(CUSTOMERS + "/changes?limit=2000&since="
                        + before.path("cursor").asString())
                .json();

        assertThat(after.path("removed").toString()).contains(id.toString());
        assertThat(after.path("customers").toString()).doesNotContain(id.toString());
    }

    private CustomerSnapshot erased(int applied) {
        CustomerSnapshot before =
                SnapshotFixtures.changedElsewhere(id, number, SnapshotFixtures.content(name, "Harbor"), applied);
        return new CustomerSnapshot(
                1,
                KafkaHeadquarters.nextVersion(),
                id,
                number,
                List.of(),
                before.syncStatus(),
                before.channel(),
                before.channelDatabase(),
                before.creationMode(),
                before.asyncReason(),
                before.createdAt(),
                before.uploadedAt(),
                before.stagedAt(),
                before.convertedAt(),
                Map.of(CHANNEL_DATABASE, applied),
                null,
                null,
                true,
                CustomerContent.empty(CustomerType.PERSON),
                List.of(),
                null,
                null,
                Instant.now(),
                null);
    }

    /** The tables with rows that contain the name; the customer of another request is not of interest. */
    private List<String> traces() {
        return jdbc.queryForList("""
                        select table_name from information_schema.tables
                        where table_schema = current_schema() and table_type = 'BASE TABLE'
                        """, String.class).stream()
                .filter(table -> Optional.ofNullable(jdbc.queryForObject(
                                        "select count(*) from \"%s\" t where replace(to_jsonb(t)::text, ?, '') like ?"
                                                .formatted(table),
                                        Long.class,
                                        name + "-other",
                                        "%" + name + "%"))
                                .orElse(0L)
                        > 0)
                .toList();
    }
}
