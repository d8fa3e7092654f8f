package io.counterpart.channel.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.counterpart.channel.security.Caller;
import io.counterpart.support.security.Sha256;

/**
 * The identity of a request with an Idempotency-Key.
 *
 * @param requestHash hash of method, path and body: the same key with another hash is another request
 */
record IdempotencyKey(String channel, String key, String requestHash) {

    private static final int LONGEST = 255;
    private static final int TOKEN_PREFIX = 16;

    /**
     * A key of one token: another till of the channel that chooses the same key sends another request. The keys of a
     * customer outlast its token, which is replaced at every sign-in.
     */
    static IdempotencyKey of(Caller caller, String key, String requestHash) {
        UUID customer = caller.customer();
        String owner = customer == null ? caller.token() : Sha256.hex(customer.toString());
        return new IdempotencyKey(caller.channel(), owner.substring(0, TOKEN_PREFIX) + "/" + key, requestHash);
    }

    static boolean isValid(String key) {
        return !key.isBlank() && key.length() <= LONGEST && key.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    static String hash(String method, String uri, byte[] body) {
        return Sha256.hex((method + " " + uri + "\n").getBytes(StandardCharsets.UTF_8), body);
    }
}
