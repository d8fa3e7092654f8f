package io.counterpart.hq.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;

import io.counterpart.messaging.signature.HmacKey;
import io.counterpart.support.security.Sha256;

/** Signs records as the channel services of the demo data do. */
public final class SignedRecords {

    private SignedRecords() {}

    public static ProducerRecord<String, byte[]> of(String channelDatabase, ProducerRecord<String, byte[]> record) {
        String token = "local-rts-" + channelDatabase;
        HmacKey.derivedFrom(Sha256.digest(token.getBytes(StandardCharsets.UTF_8)))
                .sign(List.of(record));
        return record;
    }
}
