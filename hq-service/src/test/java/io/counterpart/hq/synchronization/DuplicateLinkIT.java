package io.counterpart.hq.synchronization;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class DuplicateLinkIT extends DuplicateSupport {

    private static final ExternalIdentity IDENTITY = new ExternalIdentity("https://login.example.com", "abc");

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
    void linksASecondIdentityOnlyIfUnused() {
        work.stage(List.of(OperationFixtures.creation(first), OperationFixtures.creation(second)));
        run();
        work.stage(List.of(link(first, 2), link(second, 2)));
        run();

        assertThat(work.texts("select async_customer_id::text from customer where identity_subject = 'abc'"))
                .containsExactly(first.toString());
        assertThat(work.texts("select error_code from open_operation")).containsExactly("duplicate-external-identity");
    }

    private static CustomerOperation link(UUID customer, int number) {
        return OperationFixtures.operation(customer, "harbor", number, new OperationBody.LinkIdentity(IDENTITY));
    }
}
