package io.counterpart.stack.tour;

import java.io.IOException;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;

/**
 * Shows that STATION and the web shop also find the customer, by name, by account number and by the async customer id.
 */
final class CrossChannelSearchStep implements TourStep {

    private final ChannelClient station;
    private final ChannelClient online;
    private final TourCustomer customer;

    CrossChannelSearchStep(ChannelClient station, ChannelClient online, TourCustomer customer) {
        this.station = station;
        this.online = online;
        this.customer = customer;
    }

    @Override
    public String title() {
        return "STATION and ONLINE find the customer";
    }

    @Override
    public void run(StepReport report) throws IOException {
        find("STATION", station, report);
        find("ONLINE", online, report);
    }

    private void find(String channel, ChannelClient client, StepReport report) throws IOException {
        report.sent("%s: POST /api/v1/customers/search  \"%s\"".formatted(channel, customer.name()));
        // ONLINE has its own database: it receives its copy with 1010, at its own pace.
        HttpResult found = Await.until(
                "The search in %s for \"%s\" with account number %s"
                        .formatted(channel, customer.name(), customer.accountNumber()),
                () -> client.search(customer.name()).expect(200),
                this::showsTheNumber);
        report.received(
                found,
                "%d found: %s %s"
                        .formatted(matching(found), customer.accountNumber(), customer.name()));
        if (matching(found) != 1) {
            throw new TourFailedException("expected exactly one match in %s".formatted(channel));
        }
        requireSame(channel, client.get(customer.accountNumber()).expect(200), "account number");
        requireSame(channel, client.get(customer.asyncCustomerId()).expect(200), "async customer id");
        report.seen("%s: GET by %s and by %s: the same customer"
                .formatted(channel, customer.accountNumber(), customer.asyncCustomerId()));
    }

    // Customers that match only one of the names follow.
    private static long matching(HttpResult found) {
        return found.body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("match").asString("").equals("COMPLETE"))
                .count();
    }

    private boolean showsTheNumber(HttpResult answer) {
        return customer.accountNumber()
                .equals(answer.body()
                        .path("items")
                        .path(0)
                        .path("accountNumber")
                        .asString(""));
    }

    private void requireSame(String channel, HttpResult answer, String by) {
        if (!answer.text("asyncCustomerId").orElse("").equals(customer.asyncCustomerId())) {
            throw new TourFailedException("expected %s to return the same customer by %s".formatted(channel, by));
        }
    }
}
