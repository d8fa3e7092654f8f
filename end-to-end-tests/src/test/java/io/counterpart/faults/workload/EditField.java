package io.counterpart.faults.workload;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import io.counterpart.faults.history.Doing;
import io.counterpart.faults.history.History;
import io.counterpart.faults.history.Outcome;

/**
 * Gives a field of somebody's customer a value that no other edit uses, and looks whether it is there. A version that is
 * stale is read again; repeating an edit whose first try was done after all sets the same value once more, which nobody
 * can tell from once.
 */
final class EditField implements Deed {

    private static final List<String> FIELDS = List.of("middleName", "phone", "city");
    private static final int TRIES = 50;

    @Override
    public void perform(Client client) throws InterruptedException {
        Optional<Population.Known> customer = client.population().any(client.random());
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

    private static void edit(Client client, Population.Known customer, String field, String value)
            throws InterruptedException {
        Optional<Reply> seen = look(client, customer);
        if (seen.isEmpty() || !seen.get().ok()) {
            // Not here yet: nothing was asked for, so nothing is noted.
            return;
        }
        var edit = new Doing.Edit(customer.marker(), field, value);
        History.Begun act = client.begin(edit);
        Outcome outcome = tryUntilClear(client, customer, seen.get(), edit);
        act.end(outcome, customer.asyncCustomerId());
        if (outcome == Outcome.ACKNOWLEDGED) {
            lookAgain(client, customer, field);
        }
    }

    private static Outcome tryUntilClear(Client client, Population.Known customer, Reply seen, Doing.Edit edit)
            throws InterruptedException {
        boolean unsure = false;
        Optional<Reply> version = Optional.of(seen);
        for (int i = 0; i < TRIES && version.isPresent() && version.get().ok(); i++) {
            Optional<Reply> reply = client.till()
                    .ask(
                            "PATCH",
                            pathOf(customer, version.get().body(), edit.field()),
                            Map.of(edit.field(), edit.value()),
                            Map.of(
                                    "If-Match",
                                    String.valueOf(version.get().etag()),
                                    "Content-Type",
                                    "application/merge-patch+json"));
            if (reply.isEmpty()) {
                return Outcome.UNKNOWN;
            }
            if (reply.get().ok()) {
                return Outcome.ACKNOWLEDGED;
            }
            unsure |= reply.get().again();
            if (reply.get().status() != 412) {
                return unsure ? Outcome.UNKNOWN : Outcome.REFUSED;
            }
            version = look(client, customer);
        }
        return unsure || version.isEmpty() ? Outcome.UNKNOWN : Outcome.REFUSED;
    }

    private static void lookAgain(Client client, Population.Known customer, String field) throws InterruptedException {
        History.Begun act = client.begin(new Doing.Look(customer.marker(), field, ""));
        Optional<Reply> seen = look(client, customer).filter(Reply::ok);
        if (seen.isPresent()) {
            act.saw(value(customer, seen.get().body(), field));
        }
        act.end(seen.isPresent() ? Outcome.ACKNOWLEDGED : Outcome.UNKNOWN, customer.asyncCustomerId());
    }

    private static Optional<Reply> look(Client client, Population.Known customer) throws InterruptedException {
        return client.till().ask("GET", path(customer) + "?include=addresses", null, Map.of());
    }

    private static String pathOf(Population.Known customer, JsonNode seen, String field) {
        String profile = path(customer);
        return field.equals("city")
                ? profile + "/addresses/" + address(customer, seen).path("id").asString()
                : profile;
    }

    private static String value(Population.Known customer, JsonNode seen, String field) {
        return (field.equals("city") ? address(customer, seen) : seen)
                .path(field)
                .asString("");
    }

    private static JsonNode address(Population.Known customer, JsonNode seen) {
        return seen.path("addresses")
                .valueStream()
                .filter(address -> address.path("street").asString("").equals("s0-" + customer.marker()))
                .findFirst()
                .orElse(seen.path("none"));
    }

    private static String path(Population.Known customer) {
        return "/api/v1/customers/" + customer.asyncCustomerId();
    }
}
