package io.counterpart.hq.session;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Processes channel reports again that this database may have lost; reports that it has are unaffected. */
@Component
public class SessionReplay {

    private final SessionListener listener;

    SessionReplay(SessionListener listener) {
        this.listener = listener;
    }

    public void take(List<ConsumerRecord<String, byte[]>> records) {
        listener.on(records);
    }
}
