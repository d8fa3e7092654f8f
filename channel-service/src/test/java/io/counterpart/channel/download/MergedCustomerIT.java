package io.counterpart.channel.download;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
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

/** HQ merged a customer into another one: this channel database shows the survivor under both IDs and both numbers. */
class MergedCustomerIT extends SnapshotContext {

    private static final String FAR = "S";

    private final String losersNumber = KafkaHeadquarters.accountNumber();
    private UUID survivor = UUID.randomUUID();
    private UUID loser = UUID.randomUUID();

    @BeforeEach
    void twoCustomers() {
        runFeatures(
                Features.PERFORMANCE_IMPROVEMENTS,
                Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                Features.ASYNC_CUSTOMER_ADDRESSES,
                Features.ASYNC_CUSTOMER_EDITING,
                Features.MULTIPLE_EMAILS_AND_PHONES);
        survivor = create();
        loser = create();
        intake.apply(List.of(
                SnapshotFixtures.converted(survivor, number, name),
                SnapshotFixtures.converted(loser, losersNumber, name)));
    }

    @Test
    void theSurvivorIsShownUnderBothIds() {
        intake.apply(List.of(survived(1), merged()));

        for (String id : List.of(survivor.toString(), loser.toString(), number, losersNumber)) {
            assertThat(show(id).path("asyncCustomerId").asString()).isEqualTo(survivor.toString());
        }
        assertThat(search(name)).isEmpty();
        assertThat(search(FAR + name)).containsExactly(survivor.toString());
        assertThat(search(losersNumber)).containsExactly(survivor.toString());
    }

    @Test
    void theOrderOfTheTwoRecordsDoesNotMatter() {
        CustomerSnapshot late = SnapshotFixtures.converted(loser, losersNumber, name + "late");
        CustomerSnapshot merged = merged();
        intake.apply(List.of(survived(1)));
        assertThat(show(losersNumber).path("asyncCustomerId").asString()).isEqualTo(loser.toString());

        intake.apply(List.of(late));
        intake.apply(List.of(merged));

        assertThat(show(losersNumber).path("asyncCustomerId").asString()).isEqualTo(survivor.toString());
        assertThat(search(name + "late")).isEmpty();
    }

    @Test
    void aChannelThatNeverHadTheMergedCustomerKnowsItsIds() {
        UUID stranger = UUID.randomUUID();
        String itsNumber = KafkaHeadquarters.accountNumber();

        intake.apply(List.of(as(
                SnapshotFixtures.converted(stranger, itsNumber, name),
                List.of(),
                CustomerContent.empty(CustomerType.PERSON),
                survivor)));

        assertThat(show(stranger.toString()).path("asyncCustomerId").asString()).isEqualTo(survivor.toString());
        assertThat(show(itsNumber).path("asyncCustomerId").asString()).isEqualTo(survivor.toString());
    }

    @Test
    void anEditThatWasNotSentYetIsShownOnTheSurvivor() {
        edit(loser, 2, new FieldChange("email", null, "typed@example.com"));

        intake.apply(List.of(merged(), survived(1)));

        assertThat(show(loser.toString()).path("email").asString()).isEqualTo("typed@example.com");
    }

    @Test
    void whatATillSendsLateReachesTheSurvivor() {
        intake.apply(List.of(survived(1), merged()));

        Response answer = harbor.post(
                "/api/v1/offline-uploads", """
                {"items": [
                  {"operationId": "%1$s", "kind": "EDIT_PROFILE", "asyncCustomerId": "%3$s",
                   "occurredAt": "2026-11-20T08:01:00Z",
                   "changes": [{"field": "middleName", "oldValue": null, "newValue": "Mary"}]},
                  {"operationId": "%2$s", "kind": "CREATE_CUSTOMER", "asyncCustomerId": "%3$s",
                   "occurredAt": "2026-11-20T08:00:00Z", "lastName": "%4$s"}]}
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), loser, name));

        assertThat(answer.json().path("items").valueStream())
                .as(answer.body())
                .noneMatch(it -> it.path("outcome").asString().equals("REFUSED"));
        assertThat(show(survivor.toString()).path("middleName").asString()).isEqualTo("Mary");
        assertThat(jdbc.queryForObject(
                        "select count(*) from customer where async_customer_id = ?", Integer.class, loser))
                .isZero();
    }

    @Test
    void tillsLearnWhichCustomerRemains() {
        String cursor = harbor.get(CUSTOMERS + "/changes?limit=2000")
                .json()
                .path("cursor")
                .asString();

        intake.apply(List.of(survived(1), merged()));

        JsonNode removed = harbor.get(CUSTOMERS + "/changes?limit=2000&since=" + cursor)
                .json()
                .path("removed");
        assertThat(removed.toString()).contains(loser.toString(), "\"replacedBy\":\"" + survivor);
        assertThat(jdbc.queryForList("""
                        select data from channel_event_arrival where async_customer_id = ?
                        union all select data from channel_event where async_customer_id = ?
                        """, String.class, loser, loser))
                .anyMatch(it -> it.contains("replacedBy") && it.contains(survivor.toString()));
    }

    @Test
    void anUndoBringsTheCustomerBackAndItsOperationsGoOn() {
        edit(loser, 2, new FieldChange("email", null, "typed@example.com"));
        CustomerSnapshot stale = survived(1);
        intake.apply(List.of(stale, merged()));

        intake.apply(List.of(SnapshotFixtures.changedElsewhere(
                loser, losersNumber, SnapshotFixtures.content(name + "back", "Harbor"), 1)));
        intake.apply(List.of(survived(1)));

        assertThat(show(losersNumber).path("asyncCustomerId").asString()).isEqualTo(loser.toString());
        JsonNode back = show(loser.toString());
        assertThat(back.path("lastName").asString()).isEqualTo(name + "back");
        assertThat(back.path("email").asString()).isEqualTo("typed@example.com");
        assertThat(back.path("pendingOperations").asInt()).isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select last_operation from customer where async_customer_id = ?", Integer.class, loser))
                .isEqualTo(2);
        assertThat(search(name + "back")).containsExactly(loser.toString());
    }

    private CustomerSnapshot survived(int applied) {
        return as(
                SnapshotFixtures.changedElsewhere(
                        survivor, number, SnapshotFixtures.content(FAR + name, "Harbor"), applied),
                List.of(loser),
                null,
                null);
    }

    private CustomerSnapshot merged() {
        return as(
                SnapshotFixtures.converted(loser, losersNumber, name),
                List.of(),
                CustomerContent.empty(CustomerType.PERSON),
                survivor);
    }

    private static Map<String, Integer> applied(List<UUID> aliases) {
        return aliases.isEmpty()
                ? Map.of(CHANNEL_DATABASE, 1)
                : Map.of(CHANNEL_DATABASE, 1, CHANNEL_DATABASE + "/" + aliases.get(0), 1);
    }

    private static CustomerSnapshot as(
            CustomerSnapshot of, List<UUID> aliases, @Nullable CustomerContent content, @Nullable UUID mergedInto) {
        return new CustomerSnapshot(
                1,
                KafkaHeadquarters.nextVersion(),
                of.asyncCustomerId(),
                of.accountNumber(),
                aliases,
                of.syncStatus(),
                of.channel(),
                of.channelDatabase(),
                of.creationMode(),
                of.asyncReason(),
                of.createdAt(),
                of.uploadedAt(),
                of.stagedAt(),
                of.convertedAt(),
                applied(aliases),
                null,
                null,
                mergedInto != null,
                content == null ? of.content() : content,
                List.of(),
                null,
                null,
                null,
                mergedInto);
    }
}
