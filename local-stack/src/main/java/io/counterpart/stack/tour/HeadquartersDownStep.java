package io.counterpart.stack.tour;

import java.io.IOException;

import io.counterpart.stack.client.HttpResult;

/** Stops HQ while the store is in sync mode, and shows that the store creates the customer nevertheless. */
final class HeadquartersDownStep implements TourStep {

    private static final String REASON = "REALTIME_SERVICE_UNREACHABLE";

    private final TourContext ground;
    private final TourCustomer customer;

    HeadquartersDownStep(TourContext ground, TourCustomer customer) {
        this.ground = ground;
        this.customer = customer;
    }

    @Override
    public String title() {
        return "HQ is stopped: a customer can still be created in sync mode";
    }

    @Override
    public void run(StepReport report) throws IOException {
        ground.stopHq().run();
        report.seen("HQ is stopped");
        report.sent("POST /api/v1/customers  " + customer.name());
        long begin = System.nanoTime();
        HttpResult answer = ground.harbor().create(customer.body()).expect(201);
        customer.created(answer.text("asyncCustomerId").orElse(""), begin);
        report.received(
                answer,
                "\"%s\", asyncReason %s"
                        .formatted(
                                answer.text("displayAccountNumber").orElse("?"),
                                answer.text("asyncReason").orElse("?")));
        if (answer.text("asyncReason").filter(REASON::equals).isEmpty()) {
            throw new TourFailedException("expected a pending customer with reason " + REASON);
        }
    }
}
