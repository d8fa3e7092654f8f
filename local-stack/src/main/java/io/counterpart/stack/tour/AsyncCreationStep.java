package io.counterpart.stack.tour;

import java.io.IOException;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;

/** Shows that a store whose functionality profile specifies async mode creates a customer without calling HQ. */
final class AsyncCreationStep implements TourStep {

    private static final String PENDING = "Pending sync";

    private final ChannelClient harbor;
    private final TourCustomer customer;

    AsyncCreationStep(ChannelClient harbor, TourCustomer customer) {
        this.harbor = harbor;
        this.customer = customer;
    }

    @Override
    public String title() {
        return "HARBOR creates a customer in async mode";
    }

    @Override
    public void run(StepReport report) throws IOException {
        report.sent("POST %s/api/v1/customers  %s, with an email, a phone and an address"
                .formatted(harbor.http().address(), customer.name()));
        long begin = System.nanoTime();
        HttpResult answer = harbor.create(customer.body()).expect(201);
        customer.created(answer.text("asyncCustomerId").orElse(""), begin);
        String shown = answer.text("displayAccountNumber").orElse("nothing");
        report.received(
                answer,
                "\"%s\", syncStatus %s, creationMode %s, asyncCustomerId %s"
                        .formatted(
                                shown,
                                answer.text("syncStatus").orElse("?"),
                                answer.text("creationMode").orElse("?"),
                                customer.asyncCustomerId()));
        if (!shown.equals(PENDING)) {
            throw new TourFailedException("expected display status \"%s\", not \"%s\"".formatted(PENDING, shown));
        }
    }
}
