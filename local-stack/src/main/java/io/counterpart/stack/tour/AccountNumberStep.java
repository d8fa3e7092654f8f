package io.counterpart.stack.tour;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;

/** Shows P-job, staging, Synchronize and 1010, from the POS terminal and in HQ's staging table. */
final class AccountNumberStep implements TourStep {

    private final ChannelClient harbor;
    private final StagedCustomer staged;
    private final TourCustomer customer;

    AccountNumberStep(ChannelClient harbor, String hqDatabase, TourCustomer customer) {
        this.harbor = harbor;
        this.staged = new StagedCustomer(hqDatabase);
        this.customer = customer;
    }

    @Override
    public String title() {
        return "The account number arrives through P-job, staging, synchronization and job 1010";
    }

    @Override
    public void run(StepReport report) throws IOException, SQLException {
        report.sent("GET /api/v1/customers/%s until the account number arrives".formatted(customer.asyncCustomerId()));
        HttpResult answer = Await.accountNumber(harbor, customer.asyncCustomerId());
        Duration took = Duration.ofNanos(System.nanoTime() - customer.createdAtNanos());
        customer.numbered(answer.text("accountNumber").orElseThrow());
        report.received(
                answer,
                "\"%s\", syncStatus %s"
                        .formatted(
                                answer.text("displayAccountNumber").orElse("?"),
                                answer.text("syncStatus").orElse("?")));
        StagedCustomer.Row row = staged.row(customer.asyncCustomerId());
        report.seen("RETAILASYNCCUSTOMERV2: operation %d, onlineoperationcompleted %d, custaccount %s"
                .formatted(row.operation(), row.completed(), row.account()));
        report.seen("from sending the create to reading the number: " + StepReport.millis(took));
        if (row.completed() != 1 || !customer.accountNumber().equals(row.account())) {
            throw new TourFailedException(
                    "expected a completed staging row with account %s".formatted(customer.accountNumber()));
        }
    }
}
