package io.counterpart.channel.event;

import java.time.Instant;
import java.util.List;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.channel.testing.ChannelServiceContext;

/** A running channel service whose events are appended directly. */
abstract class EventStreamContext extends ChannelServiceContext {

    @Autowired
    ChannelEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    void append(String text) {
        appendAll(List.of(event(text)));
    }

    void appendAll(List<ChannelEvent> many) {
        var separate = new TransactionTemplate(transactions);
        separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        separate.executeWithoutResult(status -> events.append(many));
    }

    static ChannelEvent event(String text) {
        return new ChannelEvent(EventType.CUSTOMER_CHANGED, null, null, data(text), Instant.now());
    }

    static String data(String text) {
        return "{\"text\":\"" + text + "\"}";
    }
}
