package io.counterpart.stack.tour;

import java.io.IOException;

import io.counterpart.stack.client.HttpResult;

/** Shows that in sync mode HQ is called within the request, and the account number is in the response. */
final class SyncCreationStep implements TourStep {

    private final TourContext ground;

    SyncCreationStep(TourContext ground) {
        this.ground = ground;
    }

    @Override
    public String title() {
        return "Sync mode: the response contains the account number";
    }

    @Override
    public void run(StepReport report) throws IOException {
        new CreationModeSwitch(ground.hq(), ground.harbor()).set("SYNC", report);
        var customer = TourCustomer.next();
        report.sent("POST /api/v1/customers  " + customer.name());
        HttpResult answer = ground.harbor().create(customer.body()).expect(201);
        report.received(
                answer,
                "\"%s\", creationMode %s"
                        .formatted(
                                answer.text("displayAccountNumber").orElse("?"),
                                answer.text("creationMode").orElse("?")));
        if (answer.text("accountNumber").isEmpty()) {
            throw new TourFailedException("expected an account number in the response");
        }
    }
}
