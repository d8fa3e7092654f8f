package io.counterpart.hq.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class StagingIT {

    @Autowired
    PJobListener listener;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
    }

    @Test
    void stagesAnOperationAndItsParts() {
        stage(List.of(OperationFixtures.creation()));

        assertThat(work.count("async_operation")).isEqualTo(1);
        assertThat(work.texts("select status from open_operation")).containsExactly("PENDING");
        assertThat(work.texts("""
                        select firstname || ' ' || relationshiptype || operation || onlineoperationcompleted || storerecid
                        from retailasynccustomerv2
                        """)).containsExactly("Ann 110HARBOR");
        assertThat(work.texts("select street from retailasyncaddressv2")).containsExactly("1 Pier Road");
        assertThat(work.texts("select locator from retailasynccustomercontact"))
                .containsExactly("ann.work@example.com");
        assertThat(work.texts("select retailaffiliationid from retailasynccustomeraffiliation"))
                .containsExactly("VIP");
        assertThat(work.texts("select attributevaluestring from retailasynccustomerattributev2"))
                .containsExactly("38");
    }

    @Test
    void stagesTheFurtherFieldsOfAProfile() {
        var profile = new CustomerProfile(
                CustomerType.ORGANIZATION,
                null,
                null,
                null,
                null,
                "Pier Ltd",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "+1 555 0177",
                "https://pier.example.com",
                "GB 123",
                "C-9",
                true,
                null);
        var customer = UUID.randomUUID();
        var creation = OperationFixtures.creation(customer, profile, null);
        var edit = OperationFixtures.edit(customer, 2, new FieldChange("vatNumber", "GB 123", "GB 124"));

        stage(List.of(creation, edit));

        assertThat(work.texts("""
                        select concat_ws(' ', cellularphone, url, vatnum, invoiceaccount)
                        from retailasynccustomerv2 order by operation
                        """)).containsExactly("+1 555 0177 https://pier.example.com GB 123 C-9", "GB 124");
    }

    @Test
    void stagesEveryKindOfOperation() {
        var customer = OperationFixtures.creation();
        var id = customer.asyncCustomerId();
        var address = OperationFixtures.address(false);
        var contact = OperationFixtures.contact(false);
        List<OperationBody> bodies = List.of(
                new OperationBody.EditProfile(List.of(new FieldChange("email", "a", "b"))),
                new OperationBody.AddAddress(address),
                new OperationBody.EditAddress(address.id(), List.of(new FieldChange("city", "a", "b"))),
                new OperationBody.DeactivateAddress(address.id()),
                new OperationBody.AddContact(contact),
                new OperationBody.EditContact(contact.id(), List.of(new FieldChange("value", "a", "b"))),
                new OperationBody.DeactivateContact(contact.id()),
                new OperationBody.SetAffiliations(List.of("A", "B"), List.of("B", "C")),
                new OperationBody.SetAttributes(List.of(new FieldChange("x", null, true))));
        var operations = new ArrayList<CustomerOperation>(List.of(customer));
        bodies.forEach(body -> operations.add(OperationFixtures.operation(id, "harbor", operations.size() + 1, body)));

        stage(operations);

        assertThat(work.count("async_operation")).isEqualTo(10);
        assertThat(work.count("retailasynccustomerv2")).isEqualTo(2);
        assertThat(work.texts("select operation || coalesce(city, '-') from retailasyncaddressv2 order by 1"))
                .containsExactly("1Harbor", "1Harbor", "2b", "3-");
        assertThat(work.count("retailasynccustomercontact")).isEqualTo(4);
        assertThat(work.texts("select operation || retailaffiliationid from retailasynccustomeraffiliation order by 1"))
                .containsExactly("1VIP", "2B", "2C", "3A");
        assertThat(work.count("retailasynccustomerattributev2")).isEqualTo(2);
    }

    @Test
    void takesAnOperationOnceHoweverOftenItComes() {
        var operation = OperationFixtures.creation();

        stage(List.of(operation, operation));
        stage(List.of(OperationFixtures.creation(), operation));

        assertThat(work.count("async_operation")).isEqualTo(2);
        assertThat(work.count("open_operation")).isEqualTo(2);
    }

    @Test
    void stagesTooLongValuesForRepair() {
        var profile = OperationFixtures.profile("x".repeat(5000), "Lee", "ann@example.com");

        stage(List.of(OperationFixtures.creation(java.util.UUID.randomUUID(), profile, null)));

        assertThat(work.number("select length(firstname) from retailasynccustomerv2"))
                .isEqualTo(5000);
    }

    @Test
    void needsTheSameNumberOfStatementsForAnyNumberOfOperations() {
        var few = Stream.generate(OperationFixtures::creation).limit(2).toList();
        var many = Stream.generate(OperationFixtures::creation).limit(500).toList();

        // Reads which senders are known, for two seconds.
        stage(List.of(OperationFixtures.creation()));
        int forFew = CountingDataSource.statementsOf(() -> stage(few));
        int forMany = CountingDataSource.statementsOf(() -> stage(many));

        assertThat(forMany).isEqualTo(forFew).isEqualTo(9);
        assertThat(work.count("async_operation")).isEqualTo(503);
    }

    private void stage(List<CustomerOperation> operations) {
        listener.on(work.records(operations));
    }
}
