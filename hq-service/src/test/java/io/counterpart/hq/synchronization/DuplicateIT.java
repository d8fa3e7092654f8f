package io.counterpart.hq.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class DuplicateIT {

    private static final ExternalIdentity IDENTITY = new ExternalIdentity("https://login.example.com", "abc");

    @Autowired
    SynchronizationJob job;

    @Autowired
    SynchronizationBatch batch;

    @Autowired
    TestDriver work;

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @BeforeEach
    void clear() {
        work.clear();
    }

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
    void linksTheSameEmailAndFillsOnlyWhatWasEmpty() {
        policy("LINK");
        work.stage(List.of(person(first, "Ann", "ann@example.com", null)));
        run();
        work.stage(List.of(person(second, "Bob", "ann@example.com", "+1 555 0100")));
        run();

        assertThat(work.texts("select first_name || ' ' || phone || ' ' || version from customer"))
                .containsExactly("Ann +1 555 0100 2");
        assertThat(work.texts("select alias || ' ' || async_customer_id from customer_alias"))
                .containsExactly(second + " " + first);
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select custaccount from retailasynccustomerv2 where operationid in"
                        + " (select operation_id from async_operation where async_customer_id = '" + second + "')"))
                .containsExactly("C-0000001");
        assertThat(work.texts("select payload -> 'aliases' ->> 0 from distribution_log"
                        + " where aggregatetype = 'cdx.1010' and aggregateversion = 2"))
                .containsExactly(second.toString());
        assertThat(work.texts("select payload ->> 'accountNumber' from distribution_log"
                        + " where aggregatetype = 'customers.converted' and aggregateid = '" + second + "'"))
                .containsExactly("C-0000001");
    }

    @Test
    void republishesAnUnansweredLink() {
        policy("LINK");
        work.stage(List.of(person(first, "Ann", "ann@example.com", null)));
        run();
        var linked = person(second, "Ann", "ann@example.com", null);
        batch.runNow(linked);
        work.jdbcUpdate("truncate distribution_log");

        work.stage(List.of(linked));
        run();

        assertThat(work.texts("select aggregateversion || ' ' || (payload -> 'aliases' ->> 0) from distribution_log"))
                .containsExactly("3 " + second);
        assertThat(work.count("customer_alias")).isEqualTo(1);
        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void countsTheOperationsOfALinkedIdApart() {
        policy("LINK");
        work.stage(List.of(
                person(first, "Ann", "ann@example.com", null),
                OperationFixtures.edit(first, 2, new FieldChange("lastName", "Lee", "Li")),
                OperationFixtures.edit(first, 3, new FieldChange("lastName", "Li", "Lo"))));
        run();
        work.stage(List.of(
                OperationFixtures.edit(second, 3, new FieldChange("middleName", "M", "N")),
                OperationFixtures.edit(second, 2, new FieldChange("middleName", null, "M")),
                person(second, "Ann", "ann@example.com", null)));
        run();

        assertThat(work.texts("select last_name || ' ' || middle_name from customer"))
                .containsExactly("Lo N");
        assertThat(work.texts("select applied_operations ->> 'harbor' from customer"))
                .containsExactly("3");
        assertThat(work.texts("select applied_operations ->> 'harbor/" + second + "' from customer"))
                .containsExactly("3");
        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void wakesWhatWaitedUnderALinkedId() {
        policy("LINK");
        work.stage(List.of(person(first, "Ann", "ann@example.com", null)));
        run();
        work.stage(List.of(OperationFixtures.edit(second, 2, new FieldChange("middleName", null, "M"))));
        run();
        work.stage(List.of(person(second, "Ann", "ann@example.com", null)));
        run();

        assertThat(work.texts("select middle_name from customer")).containsExactly("M");
        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void doesNotLinkAHouseholdThatSharesAPhone() {
        policy("LINK");
        work.stage(List.of(person(first, "Ann", null, "+1 555 0100")));
        run();
        work.stage(List.of(person(second, "Bob", null, "+1 555 0100")));
        run();

        assertThat(work.count("customer_alias")).isZero();
        assertThat(work.texts("select error_code from open_operation")).containsExactly("possible-duplicate");
    }

    @Test
    void doesNotChooseBetweenTwoThatMatch() {
        work.stage(
                List.of(person(first, "Ann", "ann@example.com", null), person(second, "Ann", "ann@example.com", null)));
        run();
        policy("LINK");
        work.stage(List.of(person(UUID.randomUUID(), "Ann", "ann@example.com", null)));
        run();

        assertThat(work.texts("select error_text from open_operation"))
                .singleElement()
                .asString()
                .contains("C-0000001, C-0000002");
    }

    @Test
    void linksTheSameIdentity() {
        policy("LINK");
        work.stage(List.of(OperationFixtures.creation(first, OperationFixtures.annLee(), IDENTITY)));
        run();
        work.stage(List.of(OperationFixtures.creation(
                second, OperationFixtures.profile("Ann", "Li", "new@example.com"), IDENTITY)));
        run();

        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.count("customer_alias")).isEqualTo(1);
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
    void linksASecondIdentityOnlyIfUnused() {
        work.stage(List.of(OperationFixtures.creation(first), OperationFixtures.creation(second)));
        run();
        work.stage(List.of(link(first, 2), link(second, 2)));
        run();

        assertThat(work.texts("select async_customer_id::text from customer where identity_subject = 'abc'"))
                .containsExactly(first.toString());
        assertThat(work.texts("select error_code from open_operation")).containsExactly("duplicate-external-identity");
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

    private static CustomerOperation link(UUID customer, int number) {
        return OperationFixtures.operation(customer, "harbor", number, new OperationBody.LinkIdentity(IDENTITY));
    }

    private static CustomerOperation person(UUID id, String firstName, @Nullable String email, @Nullable String phone) {
        var profile = new CustomerProfile(
                CustomerType.PERSON, null, firstName, null, "Lee", null, email, phone, null, null, null, null, null);
        return OperationFixtures.creation(id, profile, null);
    }

    private void policy(String mode) {
        work.jdbcUpdate("update duplicate_policy set mode = '%s'".formatted(mode));
    }

    private SynchronizationReport run() {
        return job.run(() -> {});
    }
}
