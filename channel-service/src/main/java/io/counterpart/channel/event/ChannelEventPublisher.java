package io.counterpart.channel.event;

import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Publishes events within a transaction: an event is committed or rolled back with the change. */
@Service
public class ChannelEventPublisher {

    private final EventRepository repository;
    private final EventDispatcher pump;

    ChannelEventPublisher(EventRepository repository, EventDispatcher pump) {
        this.repository = repository;
        this.pump = pump;
    }

    /** Appends in the caller's transaction, in one statement; fails without a transaction. */
    public void append(List<ChannelEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is written in the transaction that made it, or not at all");
        }
        if (events.isEmpty()) {
            return;
        }
        repository.append(events);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                pump.signal();
            }
        });
    }
}
