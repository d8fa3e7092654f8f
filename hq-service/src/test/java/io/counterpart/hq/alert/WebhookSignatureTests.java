package io.counterpart.hq.alert;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class WebhookSignatureTests {

    /** Computed with {@code printf '1700000000.{"a":1}' | openssl dgst -sha256 -hmac whisper}. */
    @Test
    void isTheHmacOfTimeAndBody() {
        assertThat(WebhookSignature.of(
                        Instant.ofEpochSecond(1_700_000_000), "{\"a\":1}".getBytes(UTF_8), List.of("whisper")))
                .isEqualTo("t=1700000000,v1=11051b911625f8ea9085d1614da246e5b497c1beeb1f1db469d87945d86444a5");
    }

    @Test
    void hasOneSignatureForEachSecret() {
        assertThat(WebhookSignature.of(
                        Instant.ofEpochSecond(1_700_000_000), "{\"a\":1}".getBytes(UTF_8), List.of("new", "whisper")))
                .isEqualTo(
                        "t=1700000000,v1=3059c989fa84162df0f97ac049f47ef3901cb2d0450da51db83334ebd411d775,v1=11051b911625f8ea9085d1614da246e5b497c1beeb1f1db469d87945d86444a5");
    }
}
