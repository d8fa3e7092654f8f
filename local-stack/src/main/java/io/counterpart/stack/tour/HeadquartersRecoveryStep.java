package io.counterpart.stack.tour;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.counterpart.stack.client.HttpResult;

/** Starts HQ again, and shows that it converts the backlog once. */
final class HeadquartersRecoveryStep implements TourStep {

    private final TourContext ground;
    private final TourCustomer customer;

    HeadquartersRecoveryStep(TourContext ground, TourCustomer customer) {
        this.ground = ground;
        this.customer = customer;
    }

    @Override
    public String title() {
        return "HQ is restarted: it converts the customer exactly once";
    }

    @Override
    public void run(StepReport report) throws IOException, SQLException {
        ground.startHq().run();
        report.seen("HQ is ready");
        report.sent("GET /api/v1/customers/%s until the account number arrives".formatted(customer.asyncCustomerId()));
        HttpResult answer = Await.accountNumber(ground.harbor(), customer.asyncCustomerId());
        report.received(answer, "\"%s\"".formatted(answer.text("accountNumber").orElse("?")));
        long atHq = customersAtHq();
        report.seen("customers with this name at HQ: " + atHq);
        if (atHq != 1) {
            throw new TourFailedException("expected exactly one customer at HQ");
        }
        new CreationModeSwitch(ground.hq(), ground.harbor()).set("ASYNC", report);
    }

    private long customersAtHq() throws SQLException {
        try (var connection = DriverManager.getConnection(ground.hqDatabase(), "postgres", "");
                var count = connection.prepareStatement("select count(*) from customer where last_name = ?")) {
            count.setString(1, customer.lastName());
            var rows = count.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }
}
