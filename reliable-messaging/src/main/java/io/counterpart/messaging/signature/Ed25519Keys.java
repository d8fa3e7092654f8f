package io.counterpart.messaging.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads Ed25519 keys as OpenSSL writes them: PEM, or its Base64 content alone. */
public final class Ed25519Keys {

    static final String ALGORITHM = "Ed25519";

    private Ed25519Keys() {}

    public static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(content(pem)));
        } catch (GeneralSecurityException e) {
            // Without the cause, which may contain the key.
            throw new IllegalArgumentException("Not an Ed25519 private key in PKCS#8");
        }
    }

    public static PublicKey publicKey(String pem) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(content(pem)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key", e);
        }
    }

    private static byte[] content(String pem) {
        return Base64.getDecoder().decode(pem.replaceAll("-----[^-]+-----|\\s", ""));
    }
}
