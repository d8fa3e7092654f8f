package io.counterpart.contract.edit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;

import static org.assertj.core.api.Assertions.assertThat;

class FieldConflictTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theLaterEditWins() {
        assertThat(isWon("lastName", "a", "z", NOON.plusMillis(1))).isTrue();
        assertThat(isWon("lastName", "z", "a", NOON.plusMillis(1))).isTrue();
        assertThat(isWon("lastName", "a", "z", NOON.minusMillis(1))).isFalse();
    }

    @Test
    void ofTwoEditsAtOneTimeTheGreaterValueWins() {
        assertThat(isWon("lastName", "a", "z", NOON)).isTrue();
        assertThat(isWon("lastName", "z", "a", NOON)).isFalse();
        assertThat(isWon("lastName", "a", null, NOON)).isFalse();
    }

    @Test
    void aConsentTakesTheMoreRestrictiveValueWheneverItWasGiven() {
        assertThat(isWon("marketingConsent", false, true, NOON.plusSeconds(60))).isFalse();
        assertThat(isWon("marketingConsent", true, false, NOON.minusSeconds(60)))
                .isTrue();
        assertThat(isWon("marketingConsent", true, null, NOON.minusSeconds(60))).isTrue();
    }

    @Test
    void anOptOutStandsWheneverItWasMade() {
        for (String field : List.of("optOutPersonalization", "optOutWebActivityTracking")) {
            assertThat(isWon(field, true, false, NOON.plusSeconds(60))).isFalse();
            assertThat(isWon(field, true, null, NOON.plusSeconds(60))).isFalse();
            assertThat(isWon(field, false, true, NOON.minusSeconds(60))).isTrue();
        }
    }

    @Test
    void timeSourceAndWordingBelongToTheConsent() {
        assertThat(List.of("consentAt", "consentSource", "consentText")).allMatch(FieldConflict::followsConsent);
        assertThat(List.of("marketingConsent", "value", "primary")).noneMatch(FieldConflict::followsConsent);
    }

    @Test
    void aMissingValueIsEmptyAndANumberIsItsValue() {
        assertThat(FieldConflict.same(null, "")).isTrue();
        assertThat(FieldConflict.same(1, new BigDecimal("1.0"))).isTrue();
        assertThat(FieldConflict.same(1, 2)).isFalse();
        assertThat(FieldConflict.same(true, "true")).isTrue();
    }

    @Test
    void fieldsHaveTheNamesUnderWhichHqReportsTheirTimes() {
        UUID part = new UUID(0, 1);
        List<FieldChange> changes = List.of(new FieldChange("phone", null, "1"));

        assertThat(FieldNames.changedBy(new OperationBody.EditProfile(changes))).containsExactly("phone");
        assertThat(FieldNames.changedBy(new OperationBody.EditAddress(part, changes)))
                .containsExactly("address:00000000-0000-0000-0000-000000000001:phone");
        assertThat(FieldNames.changedBy(new OperationBody.EditContact(part, changes)))
                .containsExactly("contact:00000000-0000-0000-0000-000000000001:phone");
        assertThat(FieldNames.changedBy(new OperationBody.SetAttributes(changes)))
                .containsExactly("attribute:phone");
        assertThat(FieldNames.changedBy(new OperationBody.DeactivateAddress(part)))
                .isEmpty();
    }

    private static boolean isWon(String field, Object current, @Nullable Object wanted, Instant occurredAt) {
        return FieldConflict.isWonByEdit(field, current, wanted, occurredAt, NOON);
    }
}
