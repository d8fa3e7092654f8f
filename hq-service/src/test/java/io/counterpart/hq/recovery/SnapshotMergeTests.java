package io.counterpart.hq.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.edit.FieldNames;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/** What remains of two states of a customer, of which each may contain what the other does not. */
class SnapshotMergeTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID CUSTOMER = UUID.randomUUID();

    private final Contact first = contact("first@example.com", true);
    private final Contact second = contact("second@example.com", true);

    @Test
    void keepsAContactThatTheOlderStateAdded() {
        CustomerSnapshot newer = state(3, contacts(first), Map.of());
        CustomerSnapshot older = state(2, contacts(first, second), Map.of(added(second), NOON));

        assertThat(SnapshotMerge.merge(newer, older).content().contacts())
                .as("and only one is primary")
                .containsExactly(first, second.secondary());
    }

    @Test
    void doesNotBringBackAContactThatTheNewerStateRemoved() {
        CustomerSnapshot fromCreation = state(2, contacts(first), Map.of());
        CustomerSnapshot addedBefore = state(2, contacts(first, second), Map.of(added(second), NOON));
        CustomerSnapshot newer = state(3, contacts(), Map.of(added(second), NOON));

        assertThat(SnapshotMerge.merge(newer, fromCreation).content().contacts())
                .isEmpty();
        assertThat(SnapshotMerge.merge(newer, addedBefore).content().contacts()).isEmpty();
    }

    @Test
    void takesTheContactThatWasEditedLast() {
        var edited = new Contact(first.id(), first.type(), "new@example.com", false, true);
        String field = FieldNames.scope(FieldNames.contact(first.id())) + "value";
        CustomerSnapshot unedited = state(3, contacts(first), Map.of(field, NOON));
        CustomerSnapshot later = state(2, contacts(edited), Map.of(field, NOON.plusSeconds(1)));

        assertThat(SnapshotMerge.merge(unedited, later).content().contacts()).containsExactly(edited);
        assertThat(SnapshotMerge.merge(later, unedited).content().contacts()).containsExactly(edited);
    }

    @Test
    void mergesAffiliationsAndAttributesOneByOne() {
        CustomerSnapshot newer =
                state(3, content(List.of("VIP"), Map.of("shoeSize", 38)), Map.of("affiliation:VIP", NOON));
        CustomerSnapshot older = state(
                2,
                content(List.of("STAFF"), Map.of("shoeSize", 40, "hat", "M")),
                Map.of("affiliation:STAFF", NOON, "attribute:shoeSize", NOON));

        CustomerContent merged = SnapshotMerge.merge(newer, older).content();

        assertThat(merged.affiliations()).containsExactlyInAnyOrder("VIP", "STAFF");
        assertThat(merged.attributes()).as("no hat was entered since").isEqualTo(Map.of("shoeSize", 40));
    }

    @Test
    void hasTheOperationsAndTimesOfBoth() {
        CustomerSnapshot newer = state(3, contacts(), Map.of("phone", NOON), Map.of("harbor", 2, "online", 1));
        CustomerSnapshot older = state(
                2, contacts(), Map.of("phone", NOON.minusSeconds(1), "email", NOON), Map.of("harbor", 1, "online", 4));

        CustomerSnapshot merged = SnapshotMerge.merge(newer, older);

        assertThat(merged.appliedOperations()).isEqualTo(Map.of("harbor", 2, "online", 4));
        assertThat(merged.changedAt()).isEqualTo(Map.of("phone", NOON, "email", NOON));
        assertThat(merged.unchangedSince()).isNull();
        assertThat(merged.version()).isEqualTo(3);
    }

    private static String added(Contact contact) {
        return FieldNames.contact(contact.id());
    }

    private static Contact contact(String value, boolean primary) {
        return new Contact(UUID.randomUUID(), ContactType.EMAIL, value, false, primary);
    }

    private static CustomerContent contacts(Contact... contacts) {
        return new CustomerContent(OperationFixtures.annLee(), List.of(), List.of(contacts), List.of(), Map.of(), null);
    }

    private static CustomerContent content(List<String> affiliations, Map<String, Object> attributes) {
        return new CustomerContent(OperationFixtures.annLee(), List.of(), List.of(), affiliations, attributes, null);
    }

    private static CustomerSnapshot state(long version, CustomerContent content, Map<String, Instant> times) {
        return state(version, content, times, Map.of("harbor", 1));
    }

    private static CustomerSnapshot state(
            long version, CustomerContent content, Map<String, Instant> times, Map<String, Integer> applied) {
        return new CustomerSnapshot(
                CustomerSnapshot.SCHEMA_VERSION,
                version,
                CUSTOMER,
                "C-0000001",
                List.of(),
                SyncStatus.SYNCED,
                "HARBOR",
                "harbor",
                CreationMode.ASYNC,
                null,
                NOON,
                NOON,
                NOON,
                NOON,
                applied,
                "harbor",
                null,
                false,
                content,
                null,
                null,
                times);
    }
}
