package io.counterpart.hq.alert;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The value of the header {@code Counterpart-Signature}: the time, and an HMAC of time and body for each secret. */
final class WebhookSignature {

    static final String HEADER = "Counterpart-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    static String of(Instant at, byte[] body, List<String> secrets) {
        long seconds = at.getEpochSecond();
        return secrets.stream()
                .map(secret -> "v1=" + HexFormat.of().formatHex(mac(secret, seconds, body)))
                .collect(Collectors.joining(",", "t=" + seconds + ",", ""));
    }

    private static byte[] mac(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
