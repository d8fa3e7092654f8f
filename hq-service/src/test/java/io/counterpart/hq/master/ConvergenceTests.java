package io.counterpart.hq.master;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In whatever way the operations of a customer are delivered (late, twice, in any order, mixed from several channels),
 * the result equals applying all of them in the order of the users' actions.
 */
class ConvergenceTests {

    private static final UUID CUSTOMER = UUID.fromString("3f2a6c1e-0000-4000-8000-000000000001");

    @Property(tries = 2000)
    void anyDeliveryEndsAsTheSequentialRun(@ForAll("scripts") List<Step> script, @ForAll Random random) {
        List<CustomerOperation> operations = operations(script);

        MasterCustomer delivered = deliver(withRepetitions(operations, random), random);

        assertThat(delivered.content()).isEqualTo(sequential(script).content());
        assertThat(delivered.appliedOperations()).isEqualTo(sequential(script).appliedOperations());
    }

    @Property(tries = 500)
    void whatWasAppliedChangesNothingWhenItComesAgain(@ForAll("scripts") List<Step> script, @ForAll Random random) {
        MasterCustomer delivered = deliver(operations(script), random);

        for (CustomerOperation operation : operations(script)) {
            assertThat(delivered.apply(operation, ReferenceData.NONE))
                    .isInstanceOf(OperationResult.AlreadyApplied.class);
        }
    }

    // Few values, so that a field often returns to an earlier value.
    @Provide
    Arbitrary<List<Step>> scripts() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of("harbor", "online", "outlet"),
                        Arbitraries.of("firstName", "middleName"),
                        Arbitraries.of("a", "b", "c").injectNull(0.2))
                .as(Step::new);
        return step.list().ofMaxSize(12);
    }

    /** Each channel sees only its own edits, as if it received nothing from HQ: the worst case of conflicts. */
    private static List<CustomerOperation> operations(List<Step> script) {
        var operations = new ArrayList<CustomerOperation>();
        operations.add(creation());
        Map<String, Integer> numbers = new HashMap<>(Map.of("harbor", 1));
        Map<String, @Nullable String> seen = new HashMap<>();
        for (int i = 0; i < script.size(); i++) {
            Step step = script.get(i);
            String field = step.channelDatabase() + step.field();
            Object old = seen.containsKey(field) ? seen.get(field) : initial(step.field());
            seen.put(field, step.value());
            operations.add(OperationFixtures.operation(
                    CUSTOMER,
                    step.channelDatabase(),
                    numbers.merge(step.channelDatabase(), 1, Integer::sum),
                    at(i),
                    new OperationBody.EditProfile(List.of(new FieldChange(step.field(), old, step.value())))));
        }
        return operations;
    }

    private static MasterCustomer sequential(List<Step> script) {
        List<CustomerOperation> inOrder = new ArrayList<>(operations(script));
        inOrder.sort(Comparator.comparing(CustomerOperation::occurredAt));
        return deliver(inOrder, new FixedRandom());
    }

    /** As in staging: an operation that is too early is retried after each applied operation. */
    private static MasterCustomer deliver(List<CustomerOperation> operations, Random random) {
        var waiting = new ArrayList<>(operations);
        MasterCustomer customer = null;
        while (!waiting.isEmpty()) {
            CustomerOperation next = waiting.remove(random.nextInt(waiting.size()));
            OperationResult application = customer == null ? create(next) : customer.apply(next, ReferenceData.NONE);
            if (application instanceof OperationResult.Applied applied) {
                customer = applied.customer();
            } else if (application instanceof OperationResult.TooEarly) {
                waiting.add(next);
            } else {
                assertThat(application).isInstanceOf(OperationResult.AlreadyApplied.class);
            }
        }
        return Objects.requireNonNull(customer);
    }

    private static OperationResult create(CustomerOperation operation) {
        return MasterCustomer.create(operation, CreationInfo.of(operation, null, null), 1, ReferenceData.NONE);
    }

    private static List<CustomerOperation> withRepetitions(List<CustomerOperation> operations, Random random) {
        var delivered = new ArrayList<>(operations);
        for (CustomerOperation operation : operations) {
            if (random.nextInt(3) == 0) {
                delivered.add(operation);
            }
        }
        Collections.shuffle(delivered, random);
        return delivered;
    }

    private static CustomerOperation creation() {
        var content = new CustomerContent(OperationFixtures.annLee(), List.of(), List.of(), List.of(), Map.of(), null);
        return OperationFixtures.operation(
                CUSTOMER, "harbor", 1, OperationFixtures.NOON, new OperationBody.CreateCustomer(content));
    }

    private static @Nullable Object initial(String field) {
        return field.equals("firstName") ? OperationFixtures.annLee().firstName() : null;
    }

    private static Instant at(int step) {
        return OperationFixtures.NOON.plus(Duration.ofMinutes(step + 1L));
    }

    /** Sets a field in a channel; the position in the script is the time. */
    record Step(
            String channelDatabase, String field, @Nullable String value) {}

    /** Always returns the first element. */
    private static final class FixedRandom extends Random {

        @Override
        public int nextInt(int bound) {
            return 0;
        }
    }
}
