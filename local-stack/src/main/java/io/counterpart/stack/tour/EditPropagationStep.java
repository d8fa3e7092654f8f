package io.counterpart.stack.tour;

import java.io.IOException;
import java.util.Map;

import io.counterpart.stack.client.HttpResult;

/**
 * Shows that an edit in async mode is visible immediately in its channel, and arrives at HQ and in the other channel.
 */
final class EditPropagationStep implements TourStep {

    private final TourContext ground;
    private final TourCustomer customer;

    EditPropagationStep(TourContext ground, TourCustomer customer) {
        this.ground = ground;
        this.customer = customer;
    }

    @Override
    public String title() {
        return "An edit in async mode reaches HQ and the other channel";
    }

    @Override
    public void run(StepReport report) throws IOException {
        String email = "new.%s@example.com".formatted(customer.asyncCustomerId());
        String id = customer.accountNumber();
        HttpResult before = ground.harbor().get(id).expect(200);
        report.sent("HARBOR: PATCH /api/v1/customers/%s  email".formatted(id));
        HttpResult edited = ground.harbor()
                .edit(id, before.etag().orElse("*"), Map.of("email", email))
                .expect(200);
        report.received(
                edited,
                "pendingOperations " + edited.body().path("pendingOperations").asInt());
        requireEmail(email, edited, "expected HARBOR to show its edit immediately");
        HttpResult hq = Await.until(
                "The edit at HQ",
                () -> ground.hq().customer(id).expect(200),
                it -> it.body().toString().contains(email));
        report.received(hq, "HQ has the edit");
        HttpResult online = Await.until(
                "The edit at ONLINE",
                () -> ground.online().get(id).expect(200),
                it -> email.equals(it.text("email").orElse("")));
        report.received(online, "ONLINE has the edit");
    }

    private static void requireEmail(String email, HttpResult answer, String sentence) {
        if (!email.equals(answer.text("email").orElse(""))) {
            throw new TourFailedException(sentence);
        }
    }
}
