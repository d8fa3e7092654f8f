package io.counterpart.hq.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class DuplicateIT extends DuplicateSupport {

    @Test
    void createsTwoCustomersByDefault() {
        work.stage(List.of(person(first, "Ann", "a@example.com", "1"), person(second, "Ann", "a@example.com", "1")));
        run();

        assertThat(work.count("customer")).isEqualTo(2);
    }

    @Test
    void asksAPersonAboutTheSameEmailHoweverItIsWritten() {
        policy("FLAG");
        work.stage(List.of(person(first, "Ann", "ann@example.com", null)));
        run();
        work.stage(List.of(person(second, "Bob", "ANN@Example.com", null)));
        run();

        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.texts("select error_code || ': ' || error_text from open_operation"))
                .singleElement()
                .asString()
                .startsWith("possible-duplicate: Possible duplicate of C-0000001.");
    }

    @Test
    void asksAPersonAboutTheSamePhoneWhateverThePunctuation() {
        policy("FLAG");
        work.stage(List.of(person(first, "Ann", null, "+1 (555) 0100-7")));
        run();
        work.stage(List.of(
                person(second, "Bob", null, "+1 555 01007"), person(UUID.randomUUID(), "Cid", null, "5550100")));
        run();

        assertThat(work.count("customer")).isEqualTo(2);
        assertThat(work.texts("select async_customer_id::text from open_operation"))
                .containsExactly(second.toString());
    }

    @Test
    void seesTheDuplicateThatComesInTheSameChunk() {
        policy("FLAG");
        work.stage(List.of(
                person(first, "Ann", "ann@example.com", null),
                person(second, "Ann", "ann@example.com", null),
                OperationFixtures.edit(second, 2, new FieldChange("lastName", "Lee", "Li"))));
        run();
        run();

        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.texts("select status || ' ' || coalesce(error_code, '-') from open_operation order by recid"))
                .containsExactly("FAILED possible-duplicate", "WAITING -");
    }

    @Test
    void doesWhatAPersonDecided() {
        policy("FLAG");
        work.stage(List.of(person(first, "Ann", "ann@example.com", null)));
        run();
        var third = UUID.randomUUID();
        work.stage(
                List.of(person(second, "Bob", "ann@example.com", null), person(third, "Cid", "ann@example.com", null)));
        run();
        work.jdbcUpdate("update open_operation set decision = 'CREATE' where async_customer_id = '" + second + "'");
        work.jdbcUpdate("update open_operation set decision = 'LINK', link_to = '%s' where async_customer_id = '%s'"
                .formatted(first, third));

        work.texts("select recid::text from open_operation order by recid")
                .forEach(it -> job.run(List.of(Long.parseLong(it))));

        assertThat(work.texts("select first_name from customer order by account_number"))
                .containsExactly("Ann", "Bob");
        assertThat(work.texts("select alias::text from customer_alias")).containsExactly(third.toString());
        assertThat(work.count("open_operation")).isZero();
        // Both were published as failed before; a tombstone deletes the entry under each of their IDs.
        assertThat(work.number("select count(*) from distribution_log where payload is null"))
                .isEqualTo(2);
    }

    @Test
    void needsTheSameNumberOfStatementsForAnyNumberOfDuplicates() {
        policy("LINK");
        var customers = Stream.generate(UUID::randomUUID).limit(202).toList();
        work.stage(people(customers));
        run();
        work.stage(people(Stream.generate(UUID::randomUUID).limit(2).toList()));
        int forFew = CountingDataSource.statementsOf(() -> batch.run(500));
        work.stage(people(Stream.generate(UUID::randomUUID).limit(202).toList()));
        int forMany = CountingDataSource.statementsOf(() -> batch.run(500));

        assertThat(forMany).isEqualTo(forFew).isLessThan(20);
        assertThat(work.count("customer")).isEqualTo(202);
        assertThat(work.count("customer_alias")).isEqualTo(204);
    }

    private static List<CustomerOperation> people(List<UUID> ids) {
        var people = new ArrayList<CustomerOperation>();
        for (int i = 0; i < ids.size(); i++) {
            people.add(person(ids.get(i), "Ann", "ann%d@example.com".formatted(i), null));
        }
        return people;
    }
}
