package io.counterpart.hq.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

import io.counterpart.messaging.SignatureState;
import io.counterpart.messaging.signature.BatchSignatureVerifier;

/** Recognizes the records that HQ itself published. */
@Component
public class OwnRecords {

    private final BatchSignatureVerifier verifier;
    private final SignatureProperties signatures;

    OwnRecords(SignatureProperties signatures) {
        this.verifier = signatures.verifier();
        this.signatures = signatures;
    }

    /** Whether HQ may have published this record; without a public key, every record may be its own. */
    public boolean mayContain(ConsumerRecord<String, byte[]> record) {
        if (signatures.publicKeys().isEmpty()) {
            return true;
        }
        SignatureState state = verifier.verify(record);
        return state == SignatureState.VALID || (state == SignatureState.MISSING && !signatures.required());
    }
}
