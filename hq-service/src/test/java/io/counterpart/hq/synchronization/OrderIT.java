package io.counterpart.hq.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class OrderIT {

    private static final String SYNCHRONIZE = "synchronize-customers-and-channel-requests";

    @Autowired
    SynchronizationJob job;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
    }

    @Test
    void makesAnOrderOfACustomerWhoCameWithIt() {
        var customer = UUID.randomUUID();
        work.stage(List.of(OperationFixtures.creation(customer), order(customer, 2, UUID.randomUUID())));

        run();

        assertThat(work.texts("select order_number || ' ' || account_number from sales_order join customer using"
                        + " (async_customer_id)"))
                .containsExactly("SO-0000001 C-0000001");
        assertThat(work.texts("select lines -> 0 ->> 'price' from sales_order")).containsExactly("19.90");
        assertThat(work.texts("select applied_operations ->> 'harbor' from customer"))
                .containsExactly("2");
        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void makesTheSameOrderOnce() {
        var customer = UUID.randomUUID();
        var order = UUID.randomUUID();
        work.stage(List.of(OperationFixtures.creation(customer), order(customer, 2, order), order(customer, 3, order)));
        run();

        assertThat(work.count("sales_order")).isEqualTo(1);
        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void createsAnOrderThatWasCancelledBeforeAndCancelsIt() {
        var customer = UUID.randomUUID();
        var order = UUID.randomUUID();
        work.stage(List.of(
                OperationFixtures.creation(customer),
                order(customer, 2, order),
                OperationFixtures.operation(
                        customer, "harbor", 3, new OperationBody.CancelOrder(order, "Too expensive")),
                OperationFixtures.operation(customer, "harbor", 4, new OperationBody.CancelOrder(order, "Again")),
                order(customer, 5, order)));

        run();

        assertThat(work.texts("select order_number || ' ' || cancellation_reason from sales_order"
                        + " where cancelled_at is not null"))
                .containsExactly("SO-0000001 Too expensive");
        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void cancelsOnlyOrdersOfTheCustomerWhoCancels() {
        var customer = UUID.randomUUID();
        var other = UUID.randomUUID();
        var order = UUID.randomUUID();
        work.stage(List.of(
                OperationFixtures.creation(customer),
                order(customer, 2, order),
                OperationFixtures.creation(other),
                OperationFixtures.operation(other, "harbor", 2, new OperationBody.CancelOrder(order, null))));
        run();
        assertThat(work.texts("select order_number from sales_order where cancelled_at is null"))
                .hasSize(1);

        work.stage(List.of(
                OperationFixtures.operation(customer, "harbor", 3, new OperationBody.CancelOrder(order, null)),
                OperationFixtures.operation(
                        customer, "harbor", 4, new OperationBody.CancelOrder(UUID.randomUUID(), null))));
        run();

        assertThat(work.texts("select order_number from sales_order where cancelled_at is null"))
                .isEmpty();
        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void convertsWhomAnOrderNeedsWhileTheJobIsHeld() {
        var ordering = UUID.randomUUID();
        work.stage(List.of(
                OperationFixtures.creation(),
                OperationFixtures.creation(ordering),
                OperationFixtures.creation(),
                order(ordering, 2, UUID.randomUUID())));
        work.hold(SYNCHRONIZE, true);

        run();

        assertThat(work.texts("select async_customer_id::text from customer")).containsExactly(ordering.toString());
        assertThat(work.count("sales_order")).isEqualTo(1);
        assertThat(work.count("open_operation")).isEqualTo(2);
    }

    @Test
    void letsAnOrderWaitForACustomerWhoCannotBeConverted() {
        var broken = UUID.randomUUID();
        work.hold(SYNCHRONIZE, true);
        work.stage(List.of(
                OperationFixtures.creation(broken, OperationFixtures.profile(null, null, "a@example.com"), null),
                order(broken, 2, UUID.randomUUID())));

        run();
        run();

        assertThat(work.texts("select status from open_operation order by recid"))
                .containsExactly("FAILED", "WAITING");
    }

    @Test
    void refusesAnOrderOfABlockedCustomerAndOneWithoutLines() {
        var customer = UUID.randomUUID();
        work.stage(List.of(OperationFixtures.creation(customer)));
        run();
        work.stage(List.of(OperationFixtures.operation(
                customer,
                "harbor",
                2,
                new OperationBody.CreateOrder(new CustomerOrder(UUID.randomUUID(), "USD", List.of(), null)))));
        run();
        assertThat(work.texts("select error_code from open_operation")).containsExactly("invalid-order");

        work.jdbcUpdate("delete from open_operation");
        work.jdbcUpdate("update customer set blocked = true");
        work.stage(List.of(order(customer, 2, UUID.randomUUID())));
        run();

        assertThat(work.texts("select error_code from open_operation")).containsExactly("customer-blocked");
        assertThat(work.count("sales_order")).isZero();
    }

    @Test
    void letsOnlyOrdersWaitWhenTheirNumbersAreSpent() {
        work.jdbcUpdate("update number_sequence set last_number = next_number where name = 'sales-order'");
        try {
            var operations = new ArrayList<CustomerOperation>();
            for (int i = 0; i < 3; i++) {
                var customer = UUID.randomUUID();
                operations.add(OperationFixtures.creation(customer));
                operations.add(order(customer, 2, UUID.randomUUID()));
            }
            work.stage(operations);

            run();

            assertThat(work.count("customer")).isEqualTo(3);
            assertThat(work.count("sales_order")).isEqualTo(1);
            assertThat(work.texts("select error_code from open_operation"))
                    .containsExactly("number-sequence-exhausted", "number-sequence-exhausted");
        } finally {
            work.jdbcUpdate("update number_sequence set last_number = 9999999 where name = 'sales-order'");
        }
    }

    private SynchronizationReport run() {
        return job.run(() -> {});
    }

    private static CustomerOperation order(UUID customer, int number, UUID order) {
        var lines = List.of(new CustomerOrder.Line("Anchor", "2", "19.90"));
        return OperationFixtures.operation(
                customer,
                "harbor",
                number,
                new OperationBody.CreateOrder(new CustomerOrder(order, "USD", lines, null)));
    }
}
