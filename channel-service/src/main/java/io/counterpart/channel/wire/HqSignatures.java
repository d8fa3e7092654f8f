package io.counterpart.channel.wire;

import org.springframework.stereotype.Component;

import io.counterpart.messaging.intake.ReceivedRecord;
import io.counterpart.messaging.intake.RejectedRecordException;
import io.counterpart.messaging.intake.SignaturePolicy;
import io.counterpart.messaging.signature.BatchSignatureVerifier;
import io.counterpart.messaging.signature.Ed25519Keys;

/** Checks that a record was published by HQ. */
@Component
public class HqSignatures {

    private final BatchSignatureVerifier verifier;
    private final SignaturePolicy policy;
    private final boolean keyless;

    HqSignatures(SignatureProperties properties) {
        this.verifier = new BatchSignatureVerifier(
                properties.hqPublicKeys().stream().map(Ed25519Keys::publicKey).toList());
        this.policy = new SignaturePolicy(properties.required());
        this.keyless = properties.hqPublicKeys().isEmpty();
    }

    /** Throws {@link RejectedRecordException} for a record that HQ did not publish. */
    public void check(ReceivedRecord<?> received) {
        if (!keyless) {
            policy.check(verifier.verify(received.record()));
        }
    }
}
