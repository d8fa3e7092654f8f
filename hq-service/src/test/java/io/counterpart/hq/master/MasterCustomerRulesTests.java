package io.counterpart.hq.master;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Address;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.configuration.AttributeDefinition;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.master.OperationResult.Rejected;
import io.counterpart.hq.testing.OperationFixtures;

import static io.counterpart.hq.testing.OperationFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

class MasterCustomerRulesTests extends MasterCustomerSupport {

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

    private static Address emptyAddress() {
        var fields = PartFieldMapper.of(HOME);
        fields.replaceAll((name, value) -> name.equals("purpose") || name.equals("primary") ? value : null);
        return PartFieldMapper.address(HOME, fields);
    }

    private static AttributeDefinition money(String name) {
        return new AttributeDefinition(
                name, AttributeDefinition.Type.CURRENCY, List.of(), BigDecimal.ZERO, null, "USD", false);
    }

    private static AttributeDefinition text(String name, String... allowed) {
        return new AttributeDefinition(name, AttributeDefinition.Type.TEXT, List.of(allowed), null, null, null, false);
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
}
