package io.counterpart.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.counterpart.faults.check.Refusal.State;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest.AddPart;
import io.counterpart.faults.history.OperationRequest.Create;
import io.counterpart.faults.history.OperationRequest.Edit;
import io.counterpart.faults.history.OperationRequest.Read;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules about restores, refusals and conflicts report violations when they should, and exempt no more than
 * documented.
 */
class EvidenceRulesTests {

    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();
    private static final State FAILED = new State("SYNC_FAILED", "The email is not valid", 1);
    private static final State SYNCED = new State("SYNCED", "", 0);

    private final OperationHistory history = new OperationHistory();
    private final List<StoredCustomer> hq = new ArrayList<>();
    private final List<StoredCustomer> harbor = new ArrayList<>();
    private final List<SearchObservation> shown = new ArrayList<>();
    private final List<Restore> restores = new ArrayList<>();
    private final List<ExemptOperation> exempt = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    @BeforeEach
    void annIsThere() {
        history.begin("harbor/till", new Create("Ann", Map.of())).end(OperationOutcome.ACKNOWLEDGED, ANN);
        everywhere(customer(ANN, "C1", "Ann"));
        history.sawNumber("harbor/till", ANN, "C1");
        history.sawNumber("online/web", ANN, "C1");
    }

    @Test
    void findsANumberThatTwoCustomersWereShownWith() {
        history.sawNumber("online/web", BOB, "C1");

        assertThat(check()).extracting(Violation::promise).containsOnly("numbers never reused");
    }

    @Test
    void findsACustomerThatWasShownWithTwoNumbers() {
        history.sawNumber("online/web", ANN, "C2");

        assertThat(check()).extracting(Violation::promise).contains("numbers never reused");
        assertThat(check()).extracting(Violation::what).contains("customer %s was shown with [C1, C2]".formatted(ANN));
    }

    @Test
    void findsANumberThatAnotherHasInTheEnd() {
        history.begin("online/web", new Create("Bob", Map.of())).end(OperationOutcome.ACKNOWLEDGED, BOB);
        hq.clear();
        harbor.clear();
        everywhere(customer(ANN, "C2", "Ann"));
        everywhere(customer(BOB, "C1", "Bob"));

        assertThat(check()).hasSize(4).extracting(Violation::promise).containsOnly("numbers never reused");
    }

    @Test
    void findsARefusalThatTheChannelDoesNotShow() {
        refusals.add(refusal(SYNCED, SYNCED));
        refusals.add(refusal(new State("SYNC_FAILED", "", 1), SYNCED));

        assertThat(check()).hasSize(2).extracting(Violation::promise).containsOnly("refusals known");
    }

    @Test
    void findsARefusalThatTheChannelShowsForEver() {
        refusals.add(refusal(FAILED, FAILED));
        refusals.add(refusal(FAILED, new State("SYNCED", "", 2)));

        assertThat(check()).hasSize(2).extracting(Violation::promise).containsOnly("refusals known");
    }

    @Test
    void isContentWithARefusalThatIsShownUntilItIsDecided() {
        refusals.add(refusal(FAILED, SYNCED));

        assertThat(check()).isEmpty();
    }

    @Test
    void findsAUsedOperationNumberThatSucceededWithoutEffect() {
        conflicts.add(new Conflict(UUID.randomUUID(), "Ann", "x1", "SUCCEEDED"));

        assertThat(check()).extracting(Violation::promise).containsExactly("conflicts shown");
    }

    @Test
    void isContentWithAUsedOperationNumberThatFailed() {
        conflicts.add(new Conflict(UUID.randomUUID(), "Ann", "x1", "FAILED"));

        assertThat(check()).isEmpty();
    }

    @Test
    void excusesOnlyTheOperationsThatARestoreMayLose() {
        history.begin("harbor/till", new Create("Bob", Map.of())).end(OperationOutcome.ACKNOWLEDGED, BOB);
        history.begin("harbor/till", new Edit("Ann", "middleName", "one")).end(OperationOutcome.ACKNOWLEDGED, ANN);
        history.begin("harbor/till", new AddPart("Ann", "addresses", "Pier 1")).end(OperationOutcome.ACKNOWLEDGED, ANN);
        restores.add(new Restore("harbor", 0, history.now(), history.now()));
        assertThat(check())
                .extracting(Violation::promise)
                .contains("created once", "edits kept", "edits accounted for", "parts kept");

        exempt.add(new ExemptOperation("CREATE_CUSTOMER", "{\"lastName\":\"Bob\"}"));
        exempt.add(new ExemptOperation("EDIT_PROFILE", "{\"newValue\":\"one\"}"));
        exempt.add(new ExemptOperation("ADD_ADDRESS", "{\"street\":\"Pier 1\"}"));
        assertThat(check()).isEmpty();
    }

    @Test
    void findsAnExemptCreationThatOnlyOnePlaceHas() {
        history.begin("harbor/till", new Create("Bob", Map.of())).end(OperationOutcome.ACKNOWLEDGED, BOB);
        exempt.add(new ExemptOperation("CREATE_CUSTOMER", "{\"lastName\":\"Bob\"}"));
        hq.add(customer(BOB, "C2", "Bob"));

        assertThat(check()).extracting(Violation::promise).containsExactly("created once");
    }

    @Test
    void excusesAStaleLookOnlyWhereAndWhenTheDatabaseWasSetBack() {
        history.begin("harbor/till", new Edit("Ann", "firstName", "Anna")).end(OperationOutcome.ACKNOWLEDGED, ANN);
        history.begin("harbor/till", new Read("Ann", "firstName", "Ann")).end(OperationOutcome.ACKNOWLEDGED, ANN);
        replaceAnn("Anna");
        assertThat(check()).extracting(Violation::promise).containsExactly("own edits seen");

        restores.add(new Restore("online", 0, history.now(), history.now()));
        restores.add(new Restore("harbor", history.now(), history.now(), history.now()));
        assertThat(check()).extracting(Violation::promise).containsExactly("own edits seen");

        restores.add(new Restore("harbor", 0, history.now(), history.now()));
        assertThat(check()).isEmpty();
    }

    @Test
    void excusesASecondCustomerOnlyOfARequestThatARestoreInterrupted() {
        long begin = history.now();
        history.begin("harbor/till", new Create("Bob", Map.of())).end(OperationOutcome.ACKNOWLEDGED, BOB);
        everywhere(customer(BOB, "C2", "Bob"));
        everywhere(customer(UUID.randomUUID(), "C3", "Bob"));
        shown.add(new SearchObservation("HARBOR", "Bob", List.of("C2", "C3")));
        assertThat(check()).extracting(Violation::promise).contains("created once", "shown once");

        restores.add(new Restore("harbor", begin, begin, history.now()));
        assertThat(check()).isEmpty();
    }

    private List<Violation> check() {
        var evidence = new Evidence(restores, exempt, refusals, conflicts);
        return ConsistencyChecker.check(
                history,
                new AuditFindings(hq, Map.of("harbor", harbor), List.of(), List.of(), shown, Map.of(), evidence));
    }

    private void replaceAnn(String firstName) {
        hq.clear();
        harbor.clear();
        everywhere(new StoredCustomer(ANN, "C1", "Ann", Map.of("firstName", firstName), Map.of(), 0));
    }

    private void everywhere(StoredCustomer customer) {
        hq.add(customer);
        harbor.add(customer);
    }

    private static Refusal refusal(State known, State settled) {
        return new Refusal(UUID.randomUUID(), ANN, "harbor", "invalid-email", known, settled);
    }

    private static StoredCustomer customer(UUID id, String number, String marker) {
        return new StoredCustomer(id, number, marker, Map.of(), Map.of(), 0);
    }
}
