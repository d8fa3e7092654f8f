package io.counterpart.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest.AddPart;
import io.counterpart.faults.history.OperationRequest.Create;
import io.counterpart.faults.history.OperationRequest.Edit;
import io.counterpart.faults.history.OperationRequest.Read;

import static org.assertj.core.api.Assertions.assertThat;

/** The checker must detect violations: each guarantee is violated once. */
class ConsistencyCheckerTests {

    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();

    private final OperationHistory history = new OperationHistory();
    private final List<StoredCustomer> hq = new ArrayList<>();
    private final List<StoredCustomer> harbor = new ArrayList<>();
    private final List<DistributedSnapshot> distributed = new ArrayList<>();
    private final List<StagedEdit> staged = new ArrayList<>();
    private final List<SearchObservation> shown = new ArrayList<>();
    private Map<String, Long> leftOver = Map.of("async_operation_queue", 0L);

    @BeforeEach
    void annIsCreatedAndEditedTwiceAndAllIsWell() {
        history.begin("harbor/till", new Create("Ann", Map.of())).end(OperationOutcome.ACKNOWLEDGED, ANN);
        edit("one", OperationOutcome.ACKNOWLEDGED);
        edit("two", OperationOutcome.ACKNOWLEDGED);
        history.begin("harbor/till", new AddPart("Ann", "addresses", "Pier 1")).end(OperationOutcome.ACKNOWLEDGED, ANN);
        everywhere(customer(ANN, "C1", "Ann", "two", "Pier 1"));
        distributed.add(snapshot(1, 2, "one"));
        distributed.add(snapshot(2, 4, "two"));
        shown.add(new SearchObservation("HARBOR", "Ann", List.of("C1")));
    }

    @Test
    void isContentWhenAllIsWell() {
        assertThat(check()).isEmpty();
    }

    @Test
    void findsALostCreate() {
        history.begin("harbor/till", new Create("Bob", Map.of())).end(OperationOutcome.ACKNOWLEDGED, BOB);

        assertThat(check()).extracting(Violation::promise).containsOnly("created once");
        assertThat(check()).hasSize(2).extracting(Violation::marker).containsOnly("Bob");
    }

    @Test
    void findsACreateThatOneChannelNeverHeardOf() {
        history.begin("harbor/till", new Create("Bob", Map.of())).end(OperationOutcome.ACKNOWLEDGED, BOB);
        hq.add(customer(BOB, "C2", "Bob", null));

        assertThat(check())
                .containsExactly(new Violation("created once", "Bob", "ACKNOWLEDGED, found 0 times at harbor"));
    }

    @Test
    void findsACreateOfUnknownFateThatIsNotEverywhere() {
        history.begin("harbor/till", new Create("Bob", Map.of()));
        hq.add(customer(BOB, "C2", "Bob", null));

        assertThat(check()).extracting(Violation::what).containsExactly("UNKNOWN, found 0 times at harbor");
    }

    @Test
    void acceptsACreateOfUnknownOutcomeThatIsNowhere() {
        history.begin("harbor/till", new Create("Bob", Map.of()));

        assertThat(check()).isEmpty();
    }

    @Test
    void findsARefusedCreateThatHappened() {
        history.begin("harbor/till", new Create("Bob", Map.of())).end(OperationOutcome.REFUSED, null);
        everywhere(customer(BOB, "C2", "Bob", null));

        assertThat(check()).extracting(Violation::promise).containsOnly("created once");
    }

    @Test
    void findsTwoCustomersOfOneCreate() {
        everywhere(customer(BOB, "C2", "Ann", "two", "Pier 1"));

        assertThat(check()).extracting(Violation::what).contains("ACKNOWLEDGED, found 2 times at hq");
    }

    @Test
    void findsTwoCustomersForOneId() {
        everywhere(customer(ANN, "C2", "Ann", "two", "Pier 1"));

        assertThat(check()).extracting(Violation::what).contains("id %s is that of 2 customers at hq".formatted(ANN));
    }

    @Test
    void findsANumberThatWasGivenTwice() {
        history.begin("harbor/till", new Create("Bob", Map.of())).end(OperationOutcome.ACKNOWLEDGED, BOB);
        everywhere(customer(BOB, "C1", "Bob", null));

        assertThat(check()).extracting(Violation::what).contains("account number C1 is that of 2 customers at hq");
    }

    @Test
    void findsACustomerWithoutANumber() {
        history.begin("harbor/till", new Create("Bob", Map.of())).end(OperationOutcome.ACKNOWLEDGED, BOB);
        everywhere(customer(BOB, null, "Bob", null));

        assertThat(check())
                .extracting(Violation::what)
                .contains("no account number at hq", "no account number at harbor");
    }

    @Test
    void findsALostEdit() {
        replaceAnn(customer(ANN, "C1", "Ann", "one", "Pier 1"));

        assertThat(check()).extracting(Violation::promise).containsExactly("edits kept");
    }

    @Test
    void findsEditsThatWereAllLost() {
        replaceAnn(customer(ANN, "C1", "Ann", null, "Pier 1"));

        assertThat(check()).extracting(Violation::promise).containsExactly("edits kept");
    }

    @Test
    void acceptsAnEditOfUnknownOutcomeAppliedOrNot() {
        history.begin("harbor/till", new Edit("Ann", "middleName", "three"));
        assertThat(check()).isEmpty();

        replaceAnn(customer(ANN, "C1", "Ann", "three", "Pier 1"));
        assertThat(check()).isEmpty();
    }

    @Test
    void acceptsEitherOfTwoConcurrentEdits() {
        OperationHistory.PendingOperation first = history.begin("harbor/till", new Edit("Ann", "middleName", "three"));
        OperationHistory.PendingOperation second = history.begin("online/web", new Edit("Ann", "middleName", "four"));
        first.end(OperationOutcome.ACKNOWLEDGED, ANN);
        second.end(OperationOutcome.ACKNOWLEDGED, ANN);
        staged.add(new StagedEdit("Ann", List.of("two"), "three instead of four"));

        replaceAnn(customer(ANN, "C1", "Ann", "three", "Pier 1"));
        assertThat(check()).isEmpty();
    }

    @Test
    void findsARefusedEditThatHappened() {
        edit("three", OperationOutcome.REFUSED);
        replaceAnn(customer(ANN, "C1", "Ann", "three", "Pier 1"));

        assertThat(check()).extracting(Violation::promise).containsExactly("edits kept");
    }

    @Test
    void findsAnEditThatVanishedAlthoughALaterOneIsThere() {
        distributed.remove(0);
        assertThat(check()).extracting(Violation::promise).containsExactly("edits accounted for");

        staged.add(new StagedEdit("Ann", List.of(), ""));
        assertThat(check()).extracting(Violation::promise).containsExactly("edits accounted for");

        staged.add(new StagedEdit("Ann", List.of("one"), ""));
        assertThat(check()).isEmpty();
    }

    @Test
    void acceptsAnEditRecordedAsOverridden() {
        distributed.remove(0);
        staged.add(new StagedEdit("Ann", List.of(), "two instead of one"));

        assertThat(check()).isEmpty();
    }

    @Test
    void findsAnEditThatIsNotSeenWhereItWasMade() {
        look("harbor/till", "two");
        look("online/web", "one");
        assertThat(check()).isEmpty();

        look("harbor/till", "one");
        assertThat(check()).extracting(Violation::promise).containsExactly("own edits seen");
    }

    @Test
    void findsALostAddressAndADoubleOne() {
        replaceAnn(customer(ANN, "C1", "Ann", "two"));
        assertThat(check()).extracting(Violation::promise).containsExactly("parts kept");

        replaceAnn(customer(ANN, "C1", "Ann", "two", "Pier 1", "Pier 1"));
        assertThat(check()).extracting(Violation::promise).containsExactly("parts kept");
    }

    @Test
    void findsAChannelThatStayedBehind() {
        harbor.clear();
        harbor.add(customer(ANN, "C1", "Ann", "one", "Pier 1"));

        assertThat(check()).extracting(Violation::promise).containsExactly("same everywhere");
    }

    @Test
    void findsWhatAChannelStillCallsPending() {
        harbor.clear();
        harbor.add(new StoredCustomer(ANN, "C1", "Ann", Map.of("middleName", "two"), parts("Pier 1"), 1));

        assertThat(check()).extracting(Violation::what).containsExactly("1 operations pending at harbor");
    }

    @Test
    void findsEditsThatWereAppliedInTheWrongOrder() {
        distributed.add(snapshot(3, 4, "one"));

        assertThat(check()).extracting(Violation::promise).containsExactly("order kept");
    }

    @Test
    void findsAnOperationThatWasUnapplied() {
        distributed.add(snapshot(3, 3, "two"));

        assertThat(check()).extracting(Violation::promise).containsExactly("order kept");
    }

    @Test
    void findsANumberThatChanged() {
        distributed.add(new DistributedSnapshot(ANN, 3, "C9", "Ann", Map.of("harbor", 4), Map.of("middleName", "two")));

        assertThat(check()).extracting(Violation::what).containsExactly("account number went from C1 to C9");
    }

    @Test
    void acceptsALateDuplicateSnapshot() {
        distributed.add(snapshot(1, 2, "one"));

        assertThat(check()).isEmpty();
    }

    @Test
    void findsTheSameVersionWithTwoContents() {
        distributed.add(snapshot(2, 4, "one"));

        assertThat(check()).extracting(Violation::what).containsExactly("two contents of version 2");
    }

    @Test
    void findsPendingAndConvertedInOneSearch() {
        shown.add(new SearchObservation("STATION", "Ann", List.of("Pending sync", "C1")));

        assertThat(check()).extracting(Violation::promise).containsExactly("shown once");
    }

    @Test
    void findsACustomerThatNoSearchFinds() {
        shown.add(new SearchObservation("STATION", "Ann", List.of()));

        assertThat(check()).extracting(Violation::promise).containsExactly("shown once");
    }

    @Test
    void findsAQueueThatIsNotEmpty() {
        leftOver = Map.of("open_operation", 3L);

        assertThat(check()).extracting(Violation::what).containsExactly("open_operation holds 3");
    }

    private List<Violation> check() {
        return ConsistencyChecker.check(
                history,
                new AuditFindings(hq, Map.of("harbor", harbor), distributed, staged, shown, leftOver, Evidence.none()));
    }

    private void edit(String value, OperationOutcome outcome) {
        history.begin("harbor/till", new Edit("Ann", "middleName", value)).end(outcome, ANN);
    }

    private void everywhere(StoredCustomer customer) {
        hq.add(customer);
        harbor.add(customer);
    }

    private void replaceAnn(StoredCustomer customer) {
        hq.clear();
        harbor.clear();
        everywhere(customer);
    }

    private static StoredCustomer customer(
            UUID id, @Nullable String number, String marker, @Nullable String middleName, String... streets) {
        Map<String, String> fields = middleName == null ? Map.of() : Map.of("middleName", middleName);
        return new StoredCustomer(id, number, marker, fields, parts(streets), 0);
    }

    private static Map<String, List<String>> parts(String... streets) {
        return Map.of("addresses", List.of(streets));
    }

    private void look(String client, String value) {
        history.begin(client, new Read("Ann", "middleName", value)).end(OperationOutcome.ACKNOWLEDGED, ANN);
    }

    private static DistributedSnapshot snapshot(long version, int applied, String middleName) {
        return new DistributedSnapshot(
                ANN, version, "C1", "Ann", Map.of("harbor", applied), Map.of("middleName", middleName));
    }
}
