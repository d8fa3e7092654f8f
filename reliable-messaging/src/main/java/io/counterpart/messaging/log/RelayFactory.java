package io.counterpart.messaging.log;

import java.time.Clock;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.RecordSigner;

/** Creates relays. */
public final class RelayFactory {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final RecordSender sender;
    private final RecordSigner signer;
    private final BatchSpans spans;
    private final Clock clock;

    public RelayFactory(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            RecordSender sender,
            RecordSigner signer,
            BatchSpans spans,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sender = sender;
        this.signer = signer;
        this.spans = spans;
        this.clock = clock;
    }

    public Relay relay(OperationLog log, RelaySettings settings) {
        return relay(log, settings, LeaseLossListener.HARMLESS);
    }

    public Relay relay(OperationLog log, RelaySettings settings, LeaseLossListener overtaken) {
        var repository = new RelayRepository(jdbc, transaction, log.table(), settings);
        return new Relay(repository, sender, signer, settings, overtaken, spans, clock);
    }
}
