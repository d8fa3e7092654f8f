package io.counterpart.stack.tour;

import java.io.IOException;

import io.counterpart.stack.client.Answer;

/** In sync mode HQ is asked within the request, and the number is in the answer. */
final class SyncModeAnswersAtOnce implements TourStep {

    private final TourGround ground;

    SyncModeAnswersAtOnce(TourGround ground) {
        this.ground = ground;
    }

    @Override
    public String title() {
        return "Sync mode: the number comes at once";
    }

    @Override
    public void take(StepReport report) throws IOException {
        new CreationMode(ground.hq(), ground.harbor()).set("SYNC", report);
        var customer = TourCustomer.next();
        report.sent("POST /api/v1/customers  " + customer.name());
        Answer answer = ground.harbor().create(customer.body()).expect(201);
        report.received(
                answer,
                "\"%s\", creationMode %s"
                        .formatted(
                                answer.text("displayAccountNumber").orElse("?"),
                                answer.text("creationMode").orElse("?")));
        if (answer.text("accountNumber").isEmpty()) {
            throw new TourFailure("the number should be in the answer");
        }
    }
}
