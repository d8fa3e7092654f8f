package io.counterpart.channel.messaging;

import java.util.List;

import jakarta.validation.constraints.AssertTrue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The signatures of HQ's records.
 *
 * @param required whether a record without a signature is refused; a wrong one is refused as soon as a key is known
 * @param hqPublicKeys the Ed25519 public keys of HQ; two during a rotation
 */
@Validated
@ConfigurationProperties("counterpart.signatures")
record SignatureProperties(
        @DefaultValue("false") boolean required,
        @DefaultValue List<String> hqPublicKeys) {

    @AssertTrue(message = "counterpart.signatures.required needs counterpart.signatures.hq-public-keys") boolean isVerifiable() {
        return !required || !hqPublicKeys.isEmpty();
    }
}
