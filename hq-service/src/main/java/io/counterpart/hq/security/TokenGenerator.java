package io.counterpart.hq.security;

import java.security.SecureRandom;
import java.util.Base64;

import io.counterpart.support.security.Sha256;

/** Generates bearer tokens, which are random and stored only as SHA-256. */
public final class TokenGenerator {

    /** The prefix of the tokens that the documentation publishes. */
    public static final String DEMO_PREFIX = "local-";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private TokenGenerator() {}

    public static String fresh() {
        byte[] token = new byte[BYTES];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    public static String sha256(String token) {
        return Sha256.hex(token);
    }
}
