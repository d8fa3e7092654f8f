package io.counterpart.faults.workload;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.counterpart.faults.history.Doing;
import io.counterpart.faults.history.History;
import io.counterpart.faults.history.Outcome;

/**
 * Gives a field of somebody's customer a value that no other edit uses. A version that is stale is read again; repeating
 * an edit whose first try was done after all sets the same value once more, which nobody can tell from once.
 */
final class EditField implements Deed {

    private static final List<String> FIELDS = List.of("middleName", "phone");
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
        String path = "/api/v1/customers/" + customer.asyncCustomerId();
        Optional<Reply> seen = client.till().ask("GET", path, null, Map.of());
        if (seen.isEmpty() || !seen.get().ok()) {
            // Not here yet: nothing was asked for, so nothing is noted.
            return;
        }
        History.Begun act = client.begin(new Doing.Edit(customer.marker(), field, value));
        act.end(tryUntilClear(client, path, seen.get(), Map.of(field, value)), customer.asyncCustomerId());
    }

    private static Outcome tryUntilClear(Client client, String path, Reply seen, Map<String, String> patch)
            throws InterruptedException {
        boolean unsure = false;
        Optional<Reply> version = Optional.of(seen);
        for (int i = 0; i < TRIES && version.isPresent() && version.get().ok(); i++) {
            Optional<Reply> reply = client.till()
                    .ask(
                            "PATCH",
                            path,
                            patch,
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
            version = client.till().ask("GET", path, null, Map.of());
        }
        return unsure || version.isEmpty() ? Outcome.UNKNOWN : Outcome.REFUSED;
    }
}
