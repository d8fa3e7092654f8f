package io.counterpart.channel.download;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.operation.FieldChange;

import static org.assertj.core.api.Assertions.assertThat;

class LinkedSnapshotIT extends SnapshotContext {

    @Test
    void laysAnEditThatHeadquartersDoesNotKnowOverTheSnapshot() {
        UUID id = create();
        edit(id, 2, new FieldChange("email", null, "typed@example.com"));

        intake.apply(List.of(
                SnapshotFixtures.changedElsewhere(id, number, SnapshotFixtures.content("Changed", "Elsewhere"), 1)));
        JsonNode pending = show(number);
        intake.apply(List.of(
                SnapshotFixtures.changedElsewhere(id, number, SnapshotFixtures.content("Changed", "Elsewhere"), 2)));
        JsonNode applied = show(number);

        assertThat(pending.path("email").asString()).isEqualTo("typed@example.com");
        assertThat(pending.path("lastName").asString()).isEqualTo("Changed");
        assertThat(pending.path("pendingOperations").asInt()).isEqualTo(1);
        assertThat(applied.path("email").isNull()).isTrue();
        assertThat(applied.path("pendingOperations").asInt()).isZero();
    }

    @Test
    void showsACustomerOnceWhenHeadquartersLinkedItToAnother() {
        UUID kept = create();
        UUID linked = create();

        intake.apply(List.of(SnapshotFixtures.linking(SnapshotFixtures.converted(kept, number, name), linked)));

        assertThat(search(name)).containsExactly(kept.toString());
        assertThat(show(linked.toString()).path("accountNumber").asString()).isEqualTo(number);
    }

    @Test
    void notesOfALinkedCustomerAreThoseOfTheOneThatRemains() {
        UUID kept = create();
        UUID linked = create();
        harbor.post(CUSTOMERS + "/" + linked + "/notes", "{\"text\": \"Of the linked one\"}");

        intake.apply(List.of(SnapshotFixtures.linking(SnapshotFixtures.converted(kept, number, name), linked)));

        assertThat(harbor.get(CUSTOMERS + "/" + kept + "?include=timeline")
                        .json()
                        .at("/timeline/notes/0/text")
                        .asString())
                .isEqualTo("Of the linked one");
    }

    @Test
    void doesNotBringBackALinkedCustomerWhenItsPendingSnapshotComesLate() {
        UUID kept = create();
        UUID linked = create();
        intake.apply(List.of(SnapshotFixtures.linking(SnapshotFixtures.converted(kept, number, name), linked)));

        intake.apply(List.of(SnapshotFixtures.withoutNumber(linked, SyncStatus.PENDING_SYNC, name)));

        assertThat(search(name)).containsExactly(kept.toString());
        assertThat(show(linked.toString()).path("accountNumber").asString()).isEqualTo(number);
    }

    @Test
    void keepsAnEditOfALinkedCustomerInSightUntilHeadquartersKnowsIt() {
        UUID linked = create();
        edit(linked, 2, new FieldChange("email", null, "typed@example.com"));

        intake.apply(
                List.of(SnapshotFixtures.linking(SnapshotFixtures.foreign(UUID.randomUUID(), number, name), linked)));

        assertThat(show(linked.toString()).path("email").asString()).isEqualTo("typed@example.com");
        assertThat(search(name)).hasSize(1);
    }
}
