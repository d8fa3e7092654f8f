package io.counterpart.hq.messaging;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.intake.SignaturePolicy;
import io.counterpart.messaging.signature.BatchSignatureVerifier;
import io.counterpart.messaging.signature.BatchSigner;
import io.counterpart.messaging.signature.Ed25519Keys;

/**
 * The signatures of records.
 *
 * @param required whether a record without a signature is refused; a wrong one always is
 * @param privateKey Ed25519 key with which HQ signs what it publishes; blank: it publishes without signatures
 * @param publicKeys the public keys of HQ, to verify what it reads from its own topics after a restore; the first
 *     belongs to the private key, others to earlier ones; none: it does not verify
 */
@ConfigurationProperties("hq.signatures")
public record SignatureProperties(
        @DefaultValue("false") boolean required,
        @DefaultValue("") String privateKey,
        @DefaultValue List<String> publicKeys) {

    public SignaturePolicy policy() {
        return new SignaturePolicy(required);
    }

    RecordSigner signer() {
        return privateKey.isBlank() ? RecordSigner.NONE : new BatchSigner(Ed25519Keys.privateKey(privateKey));
    }

    BatchSignatureVerifier verifier() {
        return new BatchSignatureVerifier(
                publicKeys.stream().map(Ed25519Keys::publicKey).toList());
    }

    // A private key in the log would be a secret no more.
    @Override
    public String toString() {
        return "SignatureProperties[required=%s, publicKeys=%s]".formatted(required, publicKeys);
    }
}
