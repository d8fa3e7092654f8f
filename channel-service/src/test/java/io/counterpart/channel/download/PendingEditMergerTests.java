package io.counterpart.channel.download;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

import static org.assertj.core.api.Assertions.assertThat;

class PendingEditMergerTests {

    private final CustomerContent atHq = SnapshotFixtures.content("Lee", "Harbor");
    private final Address address = atHq.addresses().get(0);
    private final Contact contact = atHq.contacts().get(0);

    @Test
    void changesNothingWithoutEdits() {
        assertThat(overlay()).isEqualTo(atHq);
    }

    @Test
    void changesTheFieldsOfTheProfileThatWereEditedAndNoOthers() {
        var edited = overlay(new OperationBody.EditProfile(
                List.of(new FieldChange("email", null, "ann@example.com"), new FieldChange("firstName", "Ann", null))));

        assertThat(edited.profile().email()).isEqualTo("ann@example.com");
        assertThat(edited.profile().firstName()).isNull();
        assertThat(edited.profile().lastName()).isEqualTo("Lee");
        assertThat(edited.addresses()).isEqualTo(atHq.addresses());
    }

    @Test
    void appliesEditsInTheOrderOfTheirNumbers() {
        var first = operation(2, new OperationBody.EditProfile(List.of(new FieldChange("lastName", "Lee", "Second"))));
        var last = operation(3, new OperationBody.EditProfile(List.of(new FieldChange("lastName", "Second", "Third"))));

        assertThat(PendingEditMerger.overlay(atHq, List.of(last, first))
                        .profile()
                        .lastName())
                .isEqualTo("Third");
    }

    @Test
    void keepsAffiliationsThatAnotherChannelAddedMeanwhile() {
        List<String> here = List.copyOf(atHq.affiliations());
        var elsewhere = overlay(new OperationBody.SetAffiliations(here, List.of("STAFF", "LOCAL")));

        var merged = PendingEditMerger.overlay(
                elsewhere, List.of(operation(3, new OperationBody.SetAffiliations(List.of("LOCAL"), List.of("GOLD")))));

        assertThat(merged.affiliations()).containsExactly("STAFF", "GOLD");
    }

    @Test
    void addsEditsAndDropsAddresses() {
        var added = new Address(
                UUID.randomUUID(),
                null,
                AddressPurpose.OTHER,
                null,
                null,
                null,
                null,
                null,
                "New",
                null,
                null,
                null,
                null,
                null,
                null,
                false);

        assertThat(overlay(new OperationBody.AddAddress(added)).addresses()).containsExactly(address, added);
        assertThat(overlay(new OperationBody.AddAddress(added), new OperationBody.AddAddress(added))
                        .addresses())
                .hasSize(2);
        assertThat(overlay(new OperationBody.EditAddress(
                                address.id(), List.of(new FieldChange("city", "Harbor", "Station"))))
                        .addresses())
                .singleElement()
                .satisfies(edited -> {
                    assertThat(edited.city()).isEqualTo("Station");
                    assertThat(edited.street()).isEqualTo(address.street());
                });
        assertThat(overlay(new OperationBody.DeactivateAddress(address.id())).addresses())
                .isEmpty();
    }

    @Test
    void addsEditsAndDropsContacts() {
        var added = new Contact(UUID.randomUUID(), ContactType.EMAIL, "a@example.com", false, false);

        assertThat(overlay(new OperationBody.AddContact(added)).contacts()).containsExactly(contact, added);
        assertThat(overlay(new OperationBody.EditContact(
                                contact.id(), List.of(new FieldChange("marketingConsent", true, false))))
                        .contacts())
                .singleElement()
                .satisfies(edited -> assertThat(edited.marketingConsent()).isFalse());
        assertThat(overlay(new OperationBody.DeactivateContact(contact.id())).contacts())
                .isEmpty();
    }

    @Test
    void changesAffiliationsAndAttributesOneByOne() {
        var edited = overlay(
                new OperationBody.SetAffiliations(atHq.affiliations(), List.of("STAFF")),
                new OperationBody.SetAttributes(
                        List.of(new FieldChange("shoeSize", 38, null), new FieldChange("colour", null, "red"))));

        assertThat(edited.affiliations()).containsExactly("STAFF");
        assertThat(edited.attributes()).isEqualTo(Map.of("colour", "red"));
    }

    @Test
    void ignoresEditsOfPartsThatAreGone() {
        var elsewhere = UUID.randomUUID();

        assertThat(overlay(
                        new OperationBody.EditAddress(elsewhere, List.of(new FieldChange("city", "a", "b"))),
                        new OperationBody.DeactivateContact(elsewhere)))
                .isEqualTo(atHq);
    }

    private CustomerContent overlay(OperationBody... edits) {
        return PendingEditMerger.overlay(
                atHq, Arrays.stream(edits).map(edit -> operation(2, edit)).toList());
    }

    private static CustomerOperation operation(int number, OperationBody body) {
        return new CustomerOperation(
                1, UUID.randomUUID(), "it", "HARBOR", UUID.randomUUID(), null, number, null, null, Instant.EPOCH, body);
    }
}
