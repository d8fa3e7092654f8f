package io.counterpart.channel.messaging;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignaturePropertiesTests {

    @Test
    void requiresAKeyToRequireSignatures() {
        assertThat(new SignatureProperties(true, List.of()).isVerifiable()).isFalse();
        assertThat(new SignatureProperties(true, List.of("key")).isVerifiable()).isTrue();
        assertThat(new SignatureProperties(false, List.of()).isVerifiable()).isTrue();
    }
}
