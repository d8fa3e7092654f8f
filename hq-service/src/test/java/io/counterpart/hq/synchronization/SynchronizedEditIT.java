package io.counterpart.hq.synchronization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class SynchronizedEditIT extends SynchronizationSupport {

    @Test
    void needsTheSameNumberOfStatementsForAnyNumberOfEdits() {
        var customers = Stream.generate(UUID::randomUUID).limit(300).toList();
        work.stage(customers.stream().map(OperationFixtures::creation).toList());
        run();
        work.stage(customers.subList(0, 2).stream()
                .map(id -> email(id, 2, "b@example.com"))
                .toList());
        int forFew = CountingDataSource.statementsOf(() -> batch.run(500));
        work.stage(customers.subList(2, 300).stream()
                .map(id -> email(id, 2, "b@example.com"))
                .toList());
        int forMany = CountingDataSource.statementsOf(() -> batch.run(500));

        assertThat(forMany).isEqualTo(forFew).isLessThan(12);
        assertThat(work.number("select count(*) from customer where email = 'b@example.com' and version = 2"))
                .isEqualTo(300);
    }

    @Test
    void appliesOperationsInTheirOrderHoweverTheyCome() {
        var id = UUID.randomUUID();
        var operations = new ArrayList<>(List.of(
                OperationFixtures.creation(id),
                email(id, 2, "b@example.com"),
                email(id, 3, "c@example.com"),
                email(id, 4, "d@example.com")));
        java.util.Collections.shuffle(operations, new Random(7));

        for (CustomerOperation operation : operations) {
            work.stage(List.of(operation));
            run();
        }

        assertThat(work.texts("select email from customer")).containsExactly("d@example.com");
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select applied_operations ->> 'harbor' from customer"))
                .containsExactly("4");
    }

    @Test
    void recordsWhatAnEditOverrode() {
        var id = UUID.randomUUID();
        work.stage(List.of(OperationFixtures.creation(id), email(id, 2, "harbor@example.com")));
        run();
        work.stage(List.of(OperationFixtures.operation(
                id,
                "online",
                1,
                OperationFixtures.NOON,
                new OperationBody.EditProfile(
                        List.of(new FieldChange("email", "ann@example.com", "online@example.com"))))));
        run();

        assertThat(work.texts("select email from customer")).containsExactly("harbor@example.com");
        assertThat(work.texts("select outcome from operation_attempt")).containsExactly("OVERRIDDEN");
        assertThat(work.texts("select coalesce(unchanged_since, '-') from customer"))
                .containsExactly("-");
    }

    @Test
    void keepsFormerAddresses() {
        var creation = OperationFixtures.creation();
        var id = creation.asyncCustomerId();
        var address = ((OperationBody.CreateCustomer) creation.body())
                .content()
                .addresses()
                .get(0);
        work.stage(List.of(creation));
        run();
        work.stage(List.of(
                OperationFixtures.operation(
                        id,
                        "harbor",
                        2,
                        new OperationBody.EditAddress(
                                address.id(), List.of(new FieldChange("street", "1 Pier Road", "2 Pier Road")))),
                OperationFixtures.operation(
                        id, "harbor", 3, new OperationBody.AddContact(OperationFixtures.contact(false)))));
        run();

        assertThat(work.texts("select street || (valid_to = 'infinity') from customer_address order by valid_from"))
                .isEqualTo(Arrays.asList("1 Pier Roadfalse", "2 Pier Roadtrue"));
        assertThat(work.count("customer_contact")).isEqualTo(2);
    }
}
