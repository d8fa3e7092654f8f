package io.counterpart.faults.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * All operations of all clients. An operation that began and never got a response remains
 * {@link OperationOutcome#UNKNOWN}.
 */
public final class OperationHistory {

    private final AtomicLong ticks = new AtomicLong();
    private final List<PendingOperation> all = new ArrayList<>();
    private final Set<SeenNumber> numbers = ConcurrentHashMap.newKeySet();

    /** Records the intention before the first byte is sent. */
    public PendingOperation begin(String client, OperationRequest doing) {
        var begun = new PendingOperation(client, doing, ticks.incrementAndGet());
        synchronized (all) {
            all.add(begun);
        }
        return begun;
    }

    public List<ClientOperation> acts() {
        synchronized (all) {
            return all.stream().map(PendingOperation::act).toList();
        }
    }

    /** The operations of one kind, by customer. */
    public <D extends OperationRequest> Map<String, List<ClientOperation>> byMarker(Class<D> kind) {
        return acts().stream()
                .filter(act -> kind.isInstance(act.doing()))
                .collect(Collectors.groupingBy(act -> act.doing().marker()));
    }

    /** The current tick; what begins later has a higher one. */
    public long now() {
        return ticks.get();
    }

    /** Records which account number a response showed for a customer. */
    public void sawNumber(String client, UUID asyncCustomerId, String accountNumber) {
        numbers.add(new SeenNumber(asyncCustomerId, accountNumber, client.substring(0, client.indexOf('/'))));
    }

    /** The account numbers that clients were shown, each pair of customer and number once per channel database. */
    public Set<SeenNumber> numbers() {
        return Set.copyOf(numbers);
    }

    /** The same history, in which the outcome of some operations is unknown. */
    public OperationHistory withUnknown(Predicate<ClientOperation> which) {
        var judged = new OperationHistory();
        judged.ticks.set(ticks.get());
        judged.numbers.addAll(numbers);
        for (ClientOperation act : acts()) {
            PendingOperation begun = judged.new PendingOperation(act.client(), act.doing(), act.start());
            boolean unknown = which.test(act);
            begun.ended = new ClientOperation(
                    act.doing(),
                    act.client(),
                    act.start(),
                    unknown ? Long.MAX_VALUE : act.end(),
                    unknown ? OperationOutcome.UNKNOWN : act.outcome(),
                    act.asyncCustomerId());
            judged.all.add(begun);
        }
        return judged;
    }

    public long count(OperationOutcome outcome) {
        return acts().stream().filter(act -> act.outcome() == outcome).count();
    }

    /** Writes the history to a file for failure analysis. */
    public void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, acts().stream().map(ClientOperation::toString).toList());
    }

    /** An operation that has not ended yet. */
    public final class PendingOperation {

        private final String client;
        private volatile OperationRequest doing;
        private final long start;
        private volatile @Nullable ClientOperation ended;

        private PendingOperation(String client, OperationRequest doing, long start) {
            this.client = client;
            this.doing = doing;
            this.start = start;
        }

        /** Records the value that a read returned. */
        public void saw(String value) {
            if (doing instanceof OperationRequest.Read look) {
                doing = new OperationRequest.Read(look.marker(), look.field(), value);
            }
        }

        public void end(OperationOutcome outcome, @Nullable UUID asyncCustomerId) {
            // An operation without a response may take effect at any later time.
            long end = outcome == OperationOutcome.UNKNOWN ? Long.MAX_VALUE : ticks.incrementAndGet();
            ended = new ClientOperation(doing, client, start, end, outcome, asyncCustomerId);
        }

        private ClientOperation act() {
            ClientOperation known = ended;
            return known == null
                    ? new ClientOperation(doing, client, start, Long.MAX_VALUE, OperationOutcome.UNKNOWN, null)
                    : known;
        }
    }
}
