package io.counterpart.hq.master;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.master.OperationResult.AlreadyApplied;
import io.counterpart.hq.master.OperationResult.Applied;
import io.counterpart.hq.master.OperationResult.TooEarly;
import io.counterpart.hq.testing.OperationFixtures;

import static io.counterpart.hq.testing.OperationFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

class MasterCustomerTests extends MasterCustomerSupport {

    @Test
    void isNewWithTheContentOfItsCreation() {
        assertThat(ann.content().addresses()).containsExactly(HOME);
        assertThat(ann.appliedOperations()).containsEntry("harbor", 1);
        assertThat(ann.unchangedSince()).isEqualTo("harbor");
        assertThat(ann.accountNumber()).isNull();
    }

    @Test
    void beginsWithACreationAndNothingElse() {
        var edit = edit("harbor", 1, NOON, change("email", "a", "b"));

        assertThat(MasterCustomer.create(edit, origin(edit), 1, ReferenceData.NONE))
                .isInstanceOf(TooEarly.class);
    }

    @Test
    void takesAnEditAndStaysTheWorkOfItsChannel() {
        var after = apply(ann, edit("harbor", 2, NOON, change("email", "ann@example.com", "b@example.com")));

        assertThat(after.content().profile().email()).isEqualTo("b@example.com");
        assertThat(after.unchangedSince()).isEqualTo("harbor");
    }

    @Test
    void isNoLongerTheWorkOfOneChannelOnceAnotherEditsIt() {
        var after = apply(ann, edit("online", 1, NOON, change("title", "Dr.", "Prof.")));

        assertThat(after.unchangedSince()).isNull();
        assertThat(after.appliedOperations()).containsEntry("online", 1).containsEntry("harbor", 1);
    }

    @Test
    void knowsWhatItTookBeforeAndWhatComesTooEarly() {
        var second = edit("harbor", 2, NOON, change("title", "Dr.", "Prof."));
        var fourth = edit("harbor", 4, NOON, change("title", "Prof.", "Dr."));

        assertThat(apply(ann, second).apply(second, ReferenceData.NONE)).isInstanceOf(AlreadyApplied.class);
        assertThat(ann.apply(fourth, ReferenceData.NONE)).isInstanceOf(TooEarly.class);
    }

    @Test
    void editsAddsAndDeactivatesAddresses() {
        var second = OperationFixtures.address(false);
        var withTwo = apply(ann, operation("harbor", 2, NOON, new OperationBody.AddAddress(second)));
        var primary = apply(
                withTwo,
                operation(
                        "harbor",
                        3,
                        NOON,
                        new OperationBody.EditAddress(second.id(), List.of(change("primary", false, true)))));
        var without = apply(primary, operation("harbor", 4, NOON, new OperationBody.DeactivateAddress(HOME.id())));

        assertThat(primary.content().addresses().stream()
                        .filter(Address::primary)
                        .map(Address::id))
                .containsExactly(second.id());
        assertThat(without.content().addresses()).extracting(Address::id).containsExactly(second.id());
    }

    @Test
    void editsAddsAndDeactivatesContacts() {
        var phone = new Contact(UUID.randomUUID(), io.counterpart.contract.ContactType.PHONE, "1", false, true);
        var two = apply(ann, operation("harbor", 2, NOON, new OperationBody.AddContact(phone)));
        var one = apply(two, operation("harbor", 3, NOON, new OperationBody.DeactivateContact(WORK.id())));

        assertThat(two.content().contacts()).filteredOn(Contact::primary).hasSize(2);
        assertThat(one.content().contacts()).containsExactly(phone);
    }

    @Test
    void setsAndEmptiesAttributes() {
        var set = operation(
                "harbor",
                2,
                NOON,
                new OperationBody.SetAttributes(
                        List.of(change("shoeSize", 38, null), change("newsletter", null, true))));

        assertThat(apply(ann, set).content().attributes()).isEqualTo(Map.of("newsletter", true));
    }

    @Test
    void acknowledgesACreationOfTheSameCustomerElsewhere() {
        var again = operation("online", 1, NOON, new OperationBody.CreateCustomer(ann.content()));

        var after = apply(ann, again);

        assertThat(after.content()).isEqualTo(ann.content());
        assertThat(after.appliedOperations()).containsEntry("online", 1);
    }

    @Test
    void takesTheFinancialDimensionsOfItsGroup() {
        var reference = new ReferenceData(Map.of("RETAIL", Map.of("BU", "1")), Set.of(), Map.of(), DuplicateMode.OFF);
        var creation = OperationFixtures.creation();

        var created = (Applied) MasterCustomer.create(creation, origin(creation), 1, reference);

        assertThat(created.customer().financialDimensions()).isEqualTo(Map.of("BU", "1"));
    }
}
