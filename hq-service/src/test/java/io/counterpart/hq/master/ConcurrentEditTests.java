package io.counterpart.hq.master;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.edit.OverriddenField;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.master.OperationResult.Applied;

import static io.counterpart.hq.testing.OperationFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

class ConcurrentEditTests extends MasterCustomerSupport {

    @Test
    void givesTheFieldToTheLaterOfTwoEdits() {
        var harbor = edit("harbor", 2, NOON.plusSeconds(10), change("email", "ann@example.com", "harbor@example.com"));
        var online = edit("online", 1, NOON.plusSeconds(20), change("email", "ann@example.com", "online@example.com"));

        var oneOrder = (Applied) apply(ann, harbor).apply(online, ReferenceData.NONE);
        var otherOrder = (Applied) apply(ann, online).apply(harbor, ReferenceData.NONE);

        assertThat(oneOrder.customer().content().profile().email()).isEqualTo("online@example.com");
        assertThat(otherOrder.customer().content().profile().email()).isEqualTo("online@example.com");
        assertThat(oneOrder.overridden())
                .containsExactly(new OverriddenField("email", "online@example.com", "harbor@example.com"));
        assertThat(otherOrder.overridden())
                .containsExactly(new OverriddenField("email", "online@example.com", "harbor@example.com"));
    }

    @Test
    void keepsEditsOfDifferentFields() {
        var harbor = edit("harbor", 2, NOON, change("email", "ann@example.com", "b@example.com"));
        var online = edit("online", 1, NOON, change("title", "Dr.", null));

        var both = apply(apply(ann, harbor), online).content().profile();

        assertThat(both.email()).isEqualTo("b@example.com");
        assertThat(both.title()).isNull();
    }

    @Test
    void keepsTheMoreRestrictiveConsentInAnyOrder() {
        var no = contactEdit("harbor", 2, NOON, change("marketingConsent", true, false));
        var yes = contactEdit("online", 1, NOON.plusSeconds(60), change("marketingConsent", false, true));

        assertThat(apply(apply(ann, no), yes).content().contacts().get(0).marketingConsent())
                .as("who agreed saw the withdrawal")
                .isTrue();
        var blind = contactEdit("online", 1, NOON.plusSeconds(60), change("marketingConsent", null, true));
        assertThat(apply(apply(ann, no), blind).content().contacts().get(0).marketingConsent())
                .as("who agreed did not see the withdrawal")
                .isFalse();
    }

    @Test
    void keepsAnOptOutInAnyOrder() {
        var out = edit("harbor", 2, NOON, change("optOutPersonalization", null, true));
        var in = edit("online", 1, NOON.plusSeconds(60), change("optOutPersonalization", null, false));

        assertThat(apply(apply(ann, out), in).content().profile().optOutPersonalization())
                .isTrue();
        assertThat(apply(apply(ann, in), out).content().profile().optOutPersonalization())
                .isTrue();
    }

    @Test
    void refusesAnOptOutThatIsNeitherTrueNorFalse() {
        var edit = edit("harbor", 2, NOON, change("optOutWebActivityTracking", null, "perhaps"));

        assertThat(ann.apply(edit, ReferenceData.NONE)).isInstanceOf(OperationResult.Rejected.class);
    }

    @Test
    void timeSourceAndWordingFollowTheConsentInAnyOrder() {
        var no = consent("harbor", 2, NOON.plusSeconds(10), false, "Store");
        var laterNo = consent("third", 1, NOON.plusSeconds(20), false, "Call center");
        var yes = consent("online", 1, NOON.plusSeconds(30), true, "Web shop");
        var orders = List.of(
                List.of(no, laterNo, yes),
                List.of(no, yes, laterNo),
                List.of(laterNo, no, yes),
                List.of(laterNo, yes, no),
                List.of(yes, no, laterNo),
                List.of(yes, laterNo, no));

        for (var order : orders) {
            var contact = applyAll(order).content().contacts().get(0);
            assertThat(contact.marketingConsent()).isFalse();
            assertThat(contact.consentSource()).isEqualTo("Call center");
            assertThat(contact.consentAt()).isEqualTo(NOON.plusSeconds(20));
        }
    }

    @Test
    void refusesCircumstancesThatCannotBeStored() {
        var long61 = contactEdit("harbor", 2, NOON, change("consentSource", null, "x".repeat(61)));
        var noTime = contactEdit("harbor", 2, NOON, change("consentAt", null, "yesterday"));
        var never = contactEdit("harbor", 2, NOON, change("consentAt", null, "+1000000000-12-31T23:59:59Z"));

        assertThat(List.of(long61, noTime, never))
                .allSatisfy(edit ->
                        assertThat(ann.apply(edit, ReferenceData.NONE)).isInstanceOf(OperationResult.Rejected.class));
    }

    // Whoever made it had seen no consent at all.
    private static CustomerOperation consent(String database, int number, Instant at, boolean given, String source) {
        return contactEdit(
                database,
                number,
                at,
                change("marketingConsent", null, given),
                change("consentAt", null, at.toString()),
                change("consentSource", null, source));
    }

    @Test
    void letsADeactivationStandAgainstAnEdit() {
        var gone = apply(ann, operation("harbor", 2, NOON, new OperationBody.DeactivateAddress(HOME.id())));
        var edit = operation(
                "online", 1, NOON, new OperationBody.EditAddress(HOME.id(), List.of(change("city", "Harbor", "Bay"))));

        var applied = (Applied) gone.apply(edit, ReferenceData.NONE);

        assertThat(applied.customer().content().addresses()).isEmpty();
        assertThat(applied.overridden()).hasSize(1);
    }

    @Test
    void keepsWhatOneAddedAndWhatAnotherTookAway() {
        var harbor = operation(
                "harbor", 2, NOON, new OperationBody.SetAffiliations(List.of("VIP"), List.of("VIP", "STAFF")));
        var online = operation("online", 1, NOON, new OperationBody.SetAffiliations(List.of("VIP"), List.of()));

        assertThat(apply(apply(ann, harbor), online).content().affiliations()).containsExactly("STAFF");
        assertThat(apply(apply(ann, online), harbor).content().affiliations()).containsExactly("STAFF");
    }

    @Test
    void convergesInWhateverOrderConcurrentEditsCome() {
        var random = new Random(42);
        for (int round = 0; round < 200; round++) {
            List<CustomerOperation> edits = concurrentEdits(random);
            CustomerContent expected = applyAll(edits).content();
            for (int shuffle = 0; shuffle < 5; shuffle++) {
                java.util.Collections.shuffle(edits, random);
                assertThat(applyAll(edits).content()).isEqualTo(expected);
            }
        }
    }

    @Test
    void doesNotMindRepetitions() {
        var random = new Random(7);
        List<CustomerOperation> edits = concurrentEdits(random);
        MasterCustomer once = applyAll(edits);
        var twice = new ArrayList<>(edits);
        twice.addAll(edits);

        assertThat(applyAll(twice)).isEqualTo(once);
    }

    private List<CustomerOperation> concurrentEdits(Random random) {
        var edits = new ArrayList<CustomerOperation>();
        for (int database = 0; database < 4; database++) {
            // Some equal times and values, so that ties are tested too.
            Instant at = NOON.plusSeconds(random.nextInt(3));
            edits.add(edit(
                    "db" + database,
                    1,
                    at,
                    change("email", "ann@example.com", "v" + random.nextInt(3)),
                    change("title", "Dr.", random.nextBoolean() ? null : "t" + random.nextInt(2))));
        }
        return edits;
    }

    private MasterCustomer applyAll(List<CustomerOperation> operations) {
        MasterCustomer customer = ann;
        for (CustomerOperation operation : operations) {
            if (customer.apply(operation, ReferenceData.NONE) instanceof Applied applied) {
                customer = applied.customer();
            }
        }
        return customer;
    }

    private static CustomerOperation contactEdit(String database, int number, Instant at, FieldChange... changes) {
        return operation(database, number, at, new OperationBody.EditContact(WORK.id(), List.of(changes)));
    }
}
