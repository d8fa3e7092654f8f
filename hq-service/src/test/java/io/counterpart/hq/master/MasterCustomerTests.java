package io.counterpart.hq.master;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.counterpart.contract.Address;
import io.counterpart.contract.Contact;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.master.OperationResult.AlreadyApplied;
import io.counterpart.hq.master.OperationResult.Applied;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.master.OperationResult.TooEarly;
import io.counterpart.hq.testing.OperationFixtures;

import static io.counterpart.hq.testing.OperationFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

class MasterCustomerTests {

    private static final UUID ID = UUID.randomUUID();
    private static final Address HOME = OperationFixtures.address(true);
    private static final Contact WORK = OperationFixtures.contact(true);

    private final MasterCustomer ann = created(content(OperationFixtures.annLee(), List.of(HOME), List.of(WORK)));

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
    void letsADeactivationStandAgainstAnEdit() {
        var gone = apply(ann, operation("harbor", 2, NOON, new OperationBody.DeactivateAddress(HOME.id())));
        var edit = operation(
                "online", 1, NOON, new OperationBody.EditAddress(HOME.id(), List.of(change("city", "Harbor", "Bay"))));

        var applied = (Applied) gone.apply(edit, ReferenceData.NONE);

        assertThat(applied.customer().content().addresses()).isEmpty();
        assertThat(applied.overridden()).hasSize(1);
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
    void keepsWhatOneAddedAndWhatAnotherTookAway() {
        var harbor = operation(
                "harbor", 2, NOON, new OperationBody.SetAffiliations(List.of("VIP"), List.of("VIP", "STAFF")));
        var online = operation("online", 1, NOON, new OperationBody.SetAffiliations(List.of("VIP"), List.of()));

        assertThat(apply(apply(ann, harbor), online).content().affiliations()).containsExactly("STAFF");
        assertThat(apply(apply(ann, online), harbor).content().affiliations()).containsExactly("STAFF");
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

    @Test
    void refusesWhatBreaksARule() {
        assertThat(codeOf(content(OperationFixtures.profile(null, null, "a"), List.of(), List.of())))
                .isEqualTo("name-required");
        assertThat(codeOf(content(OperationFixtures.profile("x".repeat(101), "y", "a"), List.of(), List.of())))
                .isEqualTo("value-too-long");
        assertThat(codeOf(
                        content(OperationFixtures.annLee(), List.of(HOME, OperationFixtures.address(true)), List.of())))
                .isEqualTo("multiple-primary-addresses");
        assertThat(codeOf(
                        content(OperationFixtures.annLee(), List.of(), List.of(WORK, OperationFixtures.contact(true)))))
                .isEqualTo("multiple-primary-contacts");
        assertThat(codeOf(content(OperationFixtures.annLee(), List.of(HOME, HOME), List.of())))
                .isEqualTo("repeated-part");
        assertThat(codeOf(content(OperationFixtures.annLee(), List.of(emptyAddress()), List.of())))
                .isEqualTo("empty-address");
    }

    @Test
    void countsCharactersAsPostgresDoes() {
        var smile = "\uD83D\uDE00".repeat(100);

        assertThat(codeOf(content(OperationFixtures.profile(smile, "y", "a"), List.of(), List.of())))
                .isEqualTo("none");
    }

    @Test
    void refusesAnEditOfAFieldThatIsNotThereOrTakesNoSuchValue() {
        assertThat(refusal(edit("harbor", 2, NOON, change("shoe", null, "x")))).isEqualTo("unknown-field");
        assertThat(refusal(edit("harbor", 2, NOON, change("type", "PERSON", "ROBOT"))))
                .isEqualTo("invalid-value");
        assertThat(refusal(edit("harbor", 2, NOON, change("firstName", "Ann", 5))))
                .isEqualTo("invalid-value");
        assertThat(refusal(edit("harbor", 2, NOON, change("firstName", "Ann", null), change("lastName", "Lee", ""))))
                .isEqualTo("name-required");
    }

    @Test
    void knowsGroupsAffiliationsAndAttributesOnceSomeAreDefined() {
        var reference = new ReferenceData(
                Map.of("RETAIL", Map.of("BU", "1")),
                Set.of("VIP"),
                Map.of(
                        "shoeSize",
                        number("shoeSize", 15, 60),
                        "color",
                        text("color", "red"),
                        "budget",
                        money("budget")),
                DuplicateMode.OFF);

        assertThat(codeOf(ann.content(), reference)).isEqualTo("none");
        assertThat(refusal(edit("harbor", 2, NOON, change("customerGroup", "RETAIL", "MOON")), reference))
                .isEqualTo("unknown-customer-group");
        assertThat(refusal(
                        operation(
                                "harbor", 2, NOON, new OperationBody.SetAffiliations(List.of("VIP"), List.of("MOON"))),
                        reference))
                .isEqualTo("unknown-affiliation");
        assertThat(attribute("moon", 1, reference)).isEqualTo("unknown-attribute");
        assertThat(attribute("shoeSize", 61, reference)).isEqualTo("invalid-attribute-value");
        assertThat(attribute("shoeSize", new BigDecimal("40.5"), reference)).isEqualTo("invalid-attribute-value");
        assertThat(attribute("shoeSize", "40", reference)).isEqualTo("invalid-attribute-value");
        assertThat(attribute("color", "blue", reference)).isEqualTo("invalid-attribute-value");
        assertThat(attribute("color", "red", reference)).isEqualTo("none");
        assertThat(attribute("budget", "12.50", reference)).isEqualTo("none");
        assertThat(attribute("budget", new BigDecimal("12.50"), reference)).isEqualTo("none");
        assertThat(attribute("budget", "-0.01", reference)).isEqualTo("invalid-attribute-value");
        assertThat(attribute("budget", "much", reference)).isEqualTo("invalid-attribute-value");
    }

    @Test
    void takesTheFinancialDimensionsOfItsGroup() {
        var reference = new ReferenceData(Map.of("RETAIL", Map.of("BU", "1")), Set.of(), Map.of(), DuplicateMode.OFF);
        var creation = OperationFixtures.creation();

        var created = (Applied) MasterCustomer.create(creation, origin(creation), 1, reference);

        assertThat(created.customer().financialDimensions()).isEqualTo(Map.of("BU", "1"));
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

    private static MasterCustomer apply(MasterCustomer customer, CustomerOperation operation) {
        return ((Applied) customer.apply(operation, ReferenceData.NONE)).customer();
    }

    private String attribute(String name, Object value, ReferenceData reference) {
        return refusal(
                operation("harbor", 2, NOON, new OperationBody.SetAttributes(List.of(change(name, null, value)))),
                reference);
    }

    private String refusal(CustomerOperation operation) {
        return refusal(operation, ReferenceData.NONE);
    }

    private String refusal(CustomerOperation operation, ReferenceData reference) {
        return ann.apply(operation, reference) instanceof Rejected refused ? refused.code() : "none";
    }

    private static String codeOf(CustomerContent content) {
        return codeOf(content, ReferenceData.NONE);
    }

    private static String codeOf(CustomerContent content, ReferenceData reference) {
        var creation = operation("harbor", 1, NOON, new OperationBody.CreateCustomer(content));
        return MasterCustomer.create(creation, origin(creation), 1, reference) instanceof Rejected refused
                ? refused.code()
                : "none";
    }

    private static MasterCustomer created(CustomerContent content) {
        var creation = operation("harbor", 1, NOON.minusSeconds(60), new OperationBody.CreateCustomer(content));
        return ((Applied) MasterCustomer.create(creation, origin(creation), 1, ReferenceData.NONE)).customer();
    }

    private static CreationInfo origin(CustomerOperation creation) {
        return CreationInfo.of(creation, NOON, NOON);
    }

    private static CustomerContent content(CustomerProfile profile, List<Address> addresses, List<Contact> contacts) {
        return new CustomerContent(profile, addresses, contacts, List.of("VIP"), Map.of("shoeSize", 38), null);
    }

    private static CustomerOperation edit(String database, int number, Instant at, FieldChange... changes) {
        return operation(database, number, at, new OperationBody.EditProfile(List.of(changes)));
    }

    private static CustomerOperation contactEdit(String database, int number, Instant at, FieldChange... changes) {
        return operation(database, number, at, new OperationBody.EditContact(WORK.id(), List.of(changes)));
    }

    private static CustomerOperation operation(String database, int number, Instant at, OperationBody body) {
        return OperationFixtures.operation(ID, database, number, at, body);
    }

    private static FieldChange change(String field, @Nullable Object before, @Nullable Object after) {
        return new FieldChange(field, before, after);
    }

    private static Address emptyAddress() {
        var fields = PartFieldMapper.of(HOME);
        fields.replaceAll((name, value) -> name.equals("purpose") || name.equals("primary") ? value : null);
        return PartFieldMapper.address(HOME, fields);
    }

    private static AttributeDefinition number(String name, int minimum, int maximum) {
        return new AttributeDefinition(
                name,
                AttributeDefinition.Type.INTEGER,
                List.of(),
                BigDecimal.valueOf(minimum),
                BigDecimal.valueOf(maximum),
                null,
                false);
    }

    private static AttributeDefinition money(String name) {
        return new AttributeDefinition(
                name, AttributeDefinition.Type.CURRENCY, List.of(), BigDecimal.ZERO, null, "USD", false);
    }

    private static AttributeDefinition text(String name, String... allowed) {
        return new AttributeDefinition(name, AttributeDefinition.Type.TEXT, List.of(allowed), null, null, null, false);
    }
}
