package io.counterpart.channel.download;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.snapshot.CustomerSnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SnapshotWriterIT extends SnapshotContext {

    @Test
    void copiesInACustomerOfAnotherChannelDatabase() {
        UUID id = UUID.randomUUID();

        intake.apply(List.of(SnapshotFixtures.foreign(id, number, name)));

        JsonNode customer = show(number);
        assertThat(customer.path("asyncCustomerId").asString()).isEqualTo(id.toString());
        assertThat(customer.path("syncStatus").asString()).isEqualTo("SYNCED");
        assertThat(customer.path("pendingOperations").asInt()).isZero();
        assertThat(customer.path("createdInChannel").asString()).isEqualTo("FAR");
        assertThat(customer.path("addresses").path(0).path("street").asString()).isEqualTo("1 \"Pier\"\tRoad \\");
        assertThat(customer.path("contacts").path(0).path("marketingConsent").asBoolean())
                .isTrue();
        assertThat(customer.path("affiliations").toString()).isEqualTo("[\"VIP\",\"a \\\"b\\\"\"]");
        assertThat(customer.path("attributes").path("shoeSize").asInt()).isEqualTo(38);
        assertThat(customer.path("mobile").asString()).isEqualTo("+1 555 0177");
        assertThat(customer.path("url").asString()).isEqualTo("https://ann.example.com");
        assertThat(customer.path("vatNumber").asString()).isEqualTo("GB 123");
        assertThat(customer.path("invoiceAccount").asString()).isEqualTo("C-9");
        assertThat(customer.path("optOutPersonalization").asBoolean()).isTrue();
        assertThat(customer.path("optOutWebActivityTracking").isBoolean()).isTrue();
        assertThat(search(name)).containsExactly(id.toString());
        assertThat(search(name + " 555 0177")).containsExactly(id.toString());
        assertThat(search(name + " 555 7788")).containsExactly(id.toString());
        assertThat(search(number)).containsExactly(id.toString());
    }

    @Test
    void showsAPendingCustomerOfAnotherChannelAndLaterItsNumber() {
        UUID id = UUID.randomUUID();

        intake.apply(List.of(SnapshotFixtures.foreign(id, null, name)));
        assertThat(show(id.toString()).path("displayAccountNumber").asString()).isEqualTo("Pending sync");
        intake.apply(List.of(SnapshotFixtures.foreign(id, number, name)));

        assertThat(show(id.toString()).path("displayAccountNumber").asString()).isEqualTo(number);
        assertThat(search(name)).containsExactly(id.toString());
    }

    @Test
    void swapsPendingSyncForTheNumberAndLeavesThePartsAlone() {
        UUID id = create();
        JsonNode before = show(id.toString());

        intake.apply(List.of(SnapshotFixtures.converted(id, number, "not taken over")));

        JsonNode after = show(number);
        assertThat(after.path("asyncCustomerId").asString()).isEqualTo(id.toString());
        assertThat(after.path("accountNumber").asString()).isEqualTo(number);
        assertThat(after.path("syncStatus").asString()).isEqualTo("SYNCED");
        assertThat(after.path("pendingOperations").asInt()).isZero();
        assertThat(after.path("version").asInt()).isEqualTo(1);
        assertThat(after.path("lastName").asString()).isEqualTo(name);
        assertThat(after.path("addresses")).isEqualTo(before.path("addresses"));
        assertThat(after.path("timeline").path("converted").asString()).isNotEmpty();
        assertThat(after.path("timeline").path("returned").asString()).isNotEmpty();
        assertThat(after.path("capabilities").path("syncOrder").path("allowed").asBoolean())
                .isTrue();
        assertThat(search(name)).containsExactly(id.toString());
    }

    @Test
    void takesNothingTwiceAndNothingOld() {
        UUID id = create();
        CustomerSnapshot older =
                SnapshotFixtures.changedElsewhere(id, number, SnapshotFixtures.content("Older", "Old"), 1);
        CustomerSnapshot newer =
                SnapshotFixtures.changedElsewhere(id, number, SnapshotFixtures.content("Newer", "New"), 1);

        intake.apply(List.of(newer, older, newer));
        intake.apply(List.of(newer));
        intake.apply(List.of(older));

        JsonNode customer = show(number);
        assertThat(customer.path("lastName").asString()).isEqualTo("Newer");
        assertThat(customer.path("version").asInt()).isEqualTo(2);
        assertThat(customer.path("addresses").size()).isEqualTo(1);
        assertThat(customer.path("addresses").path(0).path("city").asString()).isEqualTo("New");
        assertThat(search("newer")).contains(id.toString());
        assertThat(search(name)).isEmpty();
    }

    @Test
    void neverTurnsAConvertedCustomerBackIntoAPendingOne() {
        UUID id = create();
        CustomerSnapshot converted = SnapshotFixtures.converted(id, number, name);
        CustomerSnapshot late = SnapshotFixtures.withoutNumber(id, SyncStatus.PENDING_SYNC, name);

        intake.apply(List.of(late, converted));
        intake.apply(List.of(SnapshotFixtures.withoutNumber(id, SyncStatus.SYNC_FAILED, name)));

        assertThat(show(number).path("syncStatus").asString()).isEqualTo("SYNCED");
    }

    @Test
    void showsWhyHeadquartersFailedAndForgetsItLater() {
        UUID id = create();

        intake.apply(List.of(SnapshotFixtures.withoutNumber(id, SyncStatus.SYNC_FAILED, "ignored")));
        JsonNode failed = show(id.toString());
        intake.apply(List.of(SnapshotFixtures.converted(id, number, name)));

        assertThat(failed.path("syncStatus").asString()).isEqualTo("SYNC_FAILED");
        assertThat(failed.path("lastSyncError").asString()).isEqualTo("The country is unknown");
        assertThat(failed.path("lastName").asString()).isEqualTo(name);
        assertThat(show(number).path("lastSyncError").isNull()).isTrue();
    }

    @Test
    void sendsTheSameNumberOfStatementsHoweverManyCustomersCome() {
        String thisThread = Thread.currentThread().getName();
        List<CustomerSnapshot> two = batch(2);
        List<CustomerSnapshot> fiveHundred = batch(170);

        List<String> few = statements.during(thisThread::equals, () -> intake.apply(two));
        List<String> many = statements.during(thisThread::equals, () -> intake.apply(fiveHundred));

        // One of them frees the IDs of customers whose merge was undone.
        assertThat(few).as("%s", few).hasSizeLessThanOrEqualTo(13);
        assertThat(many).hasSameSizeAs(few);
    }

    @Test
    void putsGarbageOnTheDeadLettersAndGoesOn() {
        UUID id = UUID.randomUUID();
        String key = "garbage-" + id;
        HQ.publishBytes(Topics.CUSTOMERS_1010, key, "{\"not\": \"a snapshot\"}".getBytes(StandardCharsets.UTF_8));
        HQ.publishBytes(Topics.CUSTOMERS_1010, key, new byte[] {1, 2, 3});
        HQ.publishBytes(Topics.CUSTOMERS_1010, key, null);
        HQ.publish(Topics.CUSTOMERS_1010, key, SnapshotFixtures.foreign(id, number, name));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> harbor.get(CUSTOMERS + "/" + number).status() == 200);
        assertThat(HQ.recordsOf(Topics.CUSTOMERS_1010 + Topics.DEAD_LETTER_SUFFIX, key))
                .hasSize(2);
    }

    /** One third each: new customers, state updates, and changes with a pending edit. */
    private List<CustomerSnapshot> batch(int ofEach) {
        var batch = new ArrayList<CustomerSnapshot>();
        for (int i = 0; i < ofEach; i++) {
            batch.add(SnapshotFixtures.foreign(UUID.randomUUID(), KafkaHeadquarters.accountNumber(), "New"));
            batch.add(SnapshotFixtures.converted(insert(), KafkaHeadquarters.accountNumber(), "Swapped"));
            UUID edited = insert();
            edit(edited, 2, new FieldChange("email", null, "typed@example.com"));
            batch.add(SnapshotFixtures.changedElsewhere(
                    edited, KafkaHeadquarters.accountNumber(), SnapshotFixtures.content("Changed", "Elsewhere"), 1));
        }
        return batch;
    }

    private UUID insert() {
        UUID id = UUID.randomUUID();
        jdbc.update("""
                insert into customer (async_customer_id, type, last_name, sync_status, creation_mode, created_in_channel,
                  created_in_channel_database, created_at, last_operation, version)
                values (?, 'PERSON', 'Inserted', 'PENDING_SYNC', 'ASYNC', 'HARBOR', ?, now(), 1, 1)
                """, id, CHANNEL_DATABASE);
        return id;
    }
}
