package io.counterpart.stack.tour;

import java.io.IOException;
import java.util.Map;

import io.counterpart.stack.client.Answer;

/** An edit made in async mode is seen at once where it was made, and arrives at HQ and in the other channel. */
final class EditTravels implements TourStep {

    private final TourGround ground;
    private final TourCustomer customer;

    EditTravels(TourGround ground, TourCustomer customer) {
        this.ground = ground;
        this.customer = customer;
    }

    @Override
    public String title() {
        return "An edit made in async mode arrives at HQ and at the other channel";
    }

    @Override
    public void take(StepReport report) throws IOException {
        String email = "new.%s@example.com".formatted(customer.asyncCustomerId());
        String id = customer.accountNumber();
        Answer before = ground.harbor().get(id).expect(200);
        report.sent("HARBOR: PATCH /api/v1/customers/%s  email".formatted(id));
        Answer edited = ground.harbor()
                .edit(id, before.etag().orElse("*"), Map.of("email", email))
                .expect(200);
        report.received(
                edited,
                "pendingOperations " + edited.body().path("pendingOperations").asInt());
        requireEmail(email, edited, "HARBOR should show its edit at once");
        Answer hq = Wait.until(
                "The edit at HQ",
                () -> ground.hq().customer(id).expect(200),
                it -> it.body().toString().contains(email));
        report.received(hq, "HQ has it");
        Answer online = Wait.until(
                "The edit at ONLINE",
                () -> ground.online().get(id).expect(200),
                it -> email.equals(it.text("email").orElse("")));
        report.received(online, "ONLINE has it");
    }

    private static void requireEmail(String email, Answer answer, String sentence) {
        if (!email.equals(answer.text("email").orElse(""))) {
            throw new TourFailure(sentence);
        }
    }
}
