package io.counterpart.faults.workload;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest;

/**
 * Sets a field of a known customer to a value that no other edit uses, and then reads it. A stale version is read
 * again; repeating an edit whose first attempt did succeed sets the same value again, which is indistinguishable from a
 * single edit.
 */
final class EditFieldAction implements ClientAction {

    private static final List<String> FIELDS = List.of("middleName", "phone", "city");
    private static final int TRIES = 50;

    @Override
    public void perform(WorkloadClient client) throws InterruptedException {
        Optional<CustomerPopulation.KnownCustomer> customer =
                client.population().any(client.random());
        if (customer.isEmpty()) {
            return;
        }
        String field = FIELDS.get(client.random().nextInt(FIELDS.size()));
        String value = "e%016x".formatted(client.random().nextLong());
        if (field.equals("phone")) {
            value = "+1 %012d".formatted(Math.floorMod(client.random().nextLong(), 1_000_000_000_000L));
        }
        edit(client, customer.get(), field, value);
    }

    private static void edit(
            WorkloadClient client, CustomerPopulation.KnownCustomer customer, String field, String value)
            throws InterruptedException {
        Optional<ChannelResponse> seen = read(client, customer);
        if (seen.isEmpty() || !seen.get().ok()) {
            // Not in this channel yet: nothing was requested, so nothing is recorded.
            return;
        }
        var edit = new OperationRequest.Edit(customer.marker(), field, value);
        OperationHistory.PendingOperation act = client.begin(edit);
        OperationOutcome outcome = tryUntilClear(client, customer, seen.get(), edit);
        act.end(outcome, customer.asyncCustomerId());
        if (outcome == OperationOutcome.ACKNOWLEDGED) {
            readAgain(client, customer, field);
        }
    }

    private static OperationOutcome tryUntilClear(
            WorkloadClient client,
            CustomerPopulation.KnownCustomer customer,
            ChannelResponse seen,
            OperationRequest.Edit edit)
            throws InterruptedException {
        boolean unsure = false;
        Optional<ChannelResponse> version = Optional.of(seen);
        for (int i = 0; i < TRIES && version.isPresent() && version.get().ok(); i++) {
            Optional<ChannelResponse> reply = client.till()
                    .send(
                            "PATCH",
                            pathOf(customer, version.get().body(), edit.field()),
                            Map.of(edit.field(), edit.value()),
                            Map.of(
                                    "If-Match",
                                    String.valueOf(version.get().etag()),
                                    "Content-Type",
                                    "application/merge-patch+json"));
            if (reply.isEmpty()) {
                return OperationOutcome.UNKNOWN;
            }
            if (reply.get().ok()) {
                return OperationOutcome.ACKNOWLEDGED;
            }
            unsure |= reply.get().again();
            if (reply.get().status() != 412) {
                return unsure ? OperationOutcome.UNKNOWN : OperationOutcome.REFUSED;
            }
            version = read(client, customer);
        }
        return unsure || version.isEmpty() ? OperationOutcome.UNKNOWN : OperationOutcome.REFUSED;
    }

    private static void readAgain(WorkloadClient client, CustomerPopulation.KnownCustomer customer, String field)
            throws InterruptedException {
        OperationHistory.PendingOperation act = client.begin(new OperationRequest.Read(customer.marker(), field, ""));
        Optional<ChannelResponse> seen = read(client, customer).filter(ChannelResponse::ok);
        if (seen.isPresent()) {
            act.saw(value(customer, seen.get().body(), field));
        }
        act.end(
                seen.isPresent() ? OperationOutcome.ACKNOWLEDGED : OperationOutcome.UNKNOWN,
                customer.asyncCustomerId());
    }

    private static Optional<ChannelResponse> read(WorkloadClient client, CustomerPopulation.KnownCustomer customer)
            throws InterruptedException {
        return client.till().send("GET", path(customer) + "?include=addresses", null, Map.of());
    }

    private static String pathOf(CustomerPopulation.KnownCustomer customer, JsonNode seen, String field) {
        String profile = path(customer);
        return field.equals("city")
                ? profile + "/addresses/" + address(customer, seen).path("id").asString()
                : profile;
    }

    private static String value(CustomerPopulation.KnownCustomer customer, JsonNode seen, String field) {
        return (field.equals("city") ? address(customer, seen) : seen)
                .path(field)
                .asString("");
    }

    private static JsonNode address(CustomerPopulation.KnownCustomer customer, JsonNode seen) {
        return seen.path("addresses")
                .valueStream()
                .filter(address -> address.path("street").asString("").equals("s0-" + customer.marker()))
                .findFirst()
                .orElse(seen.path("none"));
    }

    private static String path(CustomerPopulation.KnownCustomer customer) {
        return "/api/v1/customers/" + customer.asyncCustomerId();
    }
}
