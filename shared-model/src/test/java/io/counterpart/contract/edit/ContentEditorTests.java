package io.counterpart.contract.edit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Address;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.Contact;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.order.CustomerOrder;

import static org.assertj.core.api.Assertions.assertThat;

class ContentEditorTests {

    private final Address home = address(1, true);
    private final Contact email = new Contact(new UUID(0, 2), ContactType.EMAIL, "ann@example.com", true, true);
    private final Contact phone = new Contact(new UUID(0, 3), ContactType.PHONE, "+1 555 0100", true, true);
    private final CustomerContent before = new CustomerContent(
            profile("Lee"), List.of(home), List.of(email, phone), List.of("VIP"), Map.of("shoeSize", 38), null);

    @Test
    void aNewPrimaryAddressReplacesThePreviousOne() {
        Address work = address(4, true);

        assertThat(after(new OperationBody.AddAddress(work)).addresses()).containsExactly(address(1, false), work);
    }

    @Test
    void anotherAddressLeavesThePrimaryOne() {
        Address work = address(4, false);

        assertThat(after(new OperationBody.AddAddress(work)).addresses()).containsExactly(home, work);
    }

    @Test
    void anAddressThatIsAddedAgainStandsOnce() {
        assertThat(after(new OperationBody.AddAddress(home)).addresses()).containsExactly(home);
    }

    @Test
    void aNewPrimaryContactReplacesThePreviousOneOfItsType() {
        var work = new Contact(new UUID(0, 5), ContactType.EMAIL, "work@example.com", false, true);

        assertThat(after(new OperationBody.AddContact(work)).contacts())
                .containsExactly(email.secondary(), phone, work);
    }

    @Test
    void aContactThatAnEditMakesPrimaryReplacesThePreviousOne() {
        var work = new Contact(new UUID(0, 5), ContactType.EMAIL, "work@example.com", false, false);
        CustomerContent withWork = after(new OperationBody.AddContact(work));

        var edit = new OperationBody.EditContact(work.id(), List.of(new FieldChange("primary", false, true)));

        assertThat(ContentEditor.apply(withWork, edit, new Primary()).contacts())
                .containsExactly(
                        email.secondary(), phone, new Contact(work.id(), work.type(), work.value(), false, true));
    }

    @Test
    void aDeactivatedPartIsGone() {
        assertThat(after(new OperationBody.DeactivateAddress(home.id())).addresses())
                .isEmpty();
        assertThat(after(new OperationBody.DeactivateContact(email.id())).contacts())
                .containsExactly(phone);
    }

    @Test
    void anEditOfAPartThatIsGoneHasNoEffect() {
        List<FieldChange> changes = List.of(new FieldChange("primary", false, true));

        assertThat(after(new OperationBody.EditAddress(new UUID(0, 9), changes)))
                .isEqualTo(before);
        assertThat(after(new OperationBody.EditContact(new UUID(0, 9), changes)))
                .isEqualTo(before);
    }

    @Test
    void affiliationsOfOthersAreKept() {
        assertThat(after(new OperationBody.SetAffiliations(List.of("STAFF"), List.of("LOCAL")))
                        .affiliations())
                .containsExactly("VIP", "LOCAL");
    }

    @Test
    void theFieldMergerDecidesAboutFields() {
        assertThat(after(new OperationBody.EditProfile(List.of())).profile()).isEqualTo(profile("Merged"));
        assertThat(after(new OperationBody.SetAttributes(List.of())).attributes())
                .isEqualTo(Map.of("merged", true));
    }

    @Test
    void aSignInIsLinked() {
        var identity = new ExternalIdentity("https://login.example.com", "abc");

        assertThat(after(new OperationBody.LinkIdentity(identity))).isEqualTo(before.withIdentity(identity));
    }

    @Test
    void aCreationAndAnOrderChangeNothing() {
        assertThat(after(new OperationBody.CreateCustomer(before.withAddresses(List.of()))))
                .isEqualTo(before);
        assertThat(after(new OperationBody.CreateOrder(new CustomerOrder(new UUID(0, 6), "USD", List.of(), null))))
                .isEqualTo(before);
    }

    private CustomerContent after(OperationBody body) {
        return ContentEditor.apply(before, body, new Primary());
    }

    private static CustomerProfile profile(String lastName) {
        return new CustomerProfile(
                CustomerType.PERSON, null, null, null, lastName, null, null, null, null, null, null, null, null);
    }

    private static Address address(int id, boolean primary) {
        return new Address(
                new UUID(0, id),
                null,
                AddressPurpose.HOME,
                "1 Pier Road",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                primary);
    }

    /** Makes each part primary, whatever changed, and replaces the rest. */
    private static final class Primary implements FieldMerger {

        @Override
        public CustomerProfile profile(CustomerProfile before, List<FieldChange> changes) {
            return ContentEditorTests.profile("Merged");
        }

        @Override
        public Address address(Address before, List<FieldChange> changes) {
            return ContentEditorTests.address((int) before.id().getLeastSignificantBits(), true);
        }

        @Override
        public Contact contact(Contact before, List<FieldChange> changes) {
            return new Contact(before.id(), before.type(), before.value(), before.marketingConsent(), true);
        }

        @Override
        public Map<String, Object> attributes(Map<String, Object> before, List<FieldChange> changes) {
            return Map.of("merged", true);
        }
    }
}
