package io.counterpart.messaging.log;

import java.time.Clock;

import org.apache.kafka.clients.producer.Producer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes relays. */
public final class RelayFactory {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Producer<String, byte[]> producer;
    private final Clock clock;

    public RelayFactory(
            JdbcTemplate jdbc, TransactionTemplate transaction, Producer<String, byte[]> producer, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.producer = producer;
        this.clock = clock;
    }

    public Relay relay(OperationLog log, RelaySettings settings) {
        return relay(log, settings, LeaseLossListener.HARMLESS);
    }

    public Relay relay(OperationLog log, RelaySettings settings, LeaseLossListener overtaken) {
        var repository = new RelayRepository(jdbc, transaction, log.table(), settings);
        return new Relay(repository, producer, settings, overtaken, clock);
    }
}
