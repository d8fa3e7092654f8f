package io.counterpart.stack.tour;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import io.counterpart.stack.client.HttpResult;

/**
 * Shows that HQ holds back a possible duplicate with a reason, and that it converges after an edit and a
 * synchronization.
 */
final class RepairOperationStep implements TourStep {

    private static final String OPERATIONS = "/api/v1/synchronization-operations";
    private static final String POLICY = "/api/v1/duplicate-policy";

    private final TourContext ground;

    RepairOperationStep(TourContext ground) {
        this.ground = ground;
    }

    @Override
    public String title() {
        return "A failed operation is edited, retried and applied";
    }

    @Override
    public void run(StepReport report) throws IOException {
        policy("flag", report);
        try {
            var first = withoutPhone();
            String known = ground.harbor()
                    .create(first)
                    .expect(201)
                    .text("asyncCustomerId")
                    .orElseThrow();
            Await.accountNumber(ground.harbor(), known);
            var twin = withoutPhone();
            twin.put("email", String.valueOf(first.get("email")));
            report.sent("POST /api/v1/customers  with the email of another customer");
            String id = ground.harbor()
                    .create(twin)
                    .expect(201)
                    .text("asyncCustomerId")
                    .orElseThrow();
            repair(id, report);
            HttpResult repaired = Await.accountNumber(ground.harbor(), id);
            report.received(
                    repaired, "\"%s\"".formatted(repaired.text("accountNumber").orElse("?")));
        } finally {
            policy("off", report);
        }
    }

    private void repair(String customer, StepReport report) throws IOException {
        HttpResult failed = Await.until(
                "The failed operation",
                () -> ground.hq()
                        .http()
                        .get(OPERATIONS + "?status=FAILED&customer=" + customer)
                        .expect(200),
                it -> !it.body().path("items").isEmpty());
        JsonNode operation = failed.body().path("items").path(0);
        report.received(failed, "FAILED: " + operation.path("lastError").asString());
        String path = OPERATIONS + "/" + operation.path("id").asString();
        HttpResult current = ground.hq().http().get(path).expect(200);
        var edit = Map.of("field", "email", "newValue", "twin.%s@example.com".formatted(customer));
        report.sent("HQ: PATCH %s  new email, then POST …/synchronize".formatted(path));
        ground.hq()
                .http()
                .send(
                        "PATCH",
                        path,
                        Map.of("changes", List.of(edit)),
                        Map.of("If-Match", current.etag().orElse("*")))
                .expect(200);
        ground.hq().http().post(path + "/synchronize", Map.of()).expect(200, 202);
    }

    // All customers of the tour have the same phone, which would make each a possible duplicate of the others.
    private static Map<String, Object> withoutPhone() {
        var body = new HashMap<>(TourCustomer.next().body());
        body.remove("phone");
        return body;
    }

    private void policy(String mode, StepReport report) throws IOException {
        HttpResult before = ground.hq().http().get(POLICY).expect(200);
        ground.hq()
                .http()
                .send(
                        "PUT",
                        POLICY,
                        Map.of("mode", mode),
                        Map.of("If-Match", before.etag().orElse("*")))
                .expect(200);
        report.seen("HQ: duplicate policy is now \"%s\"".formatted(mode));
    }
}
