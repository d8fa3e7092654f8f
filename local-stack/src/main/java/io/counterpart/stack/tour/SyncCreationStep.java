package io.counterpart.stack.tour;

import java.io.IOException;

import io.counterpart.stack.client.HttpResult;

/** In sync mode HQ is asked within the request, and the number is in the answer. */
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
