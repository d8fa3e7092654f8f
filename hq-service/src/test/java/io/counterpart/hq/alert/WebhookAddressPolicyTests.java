package io.counterpart.hq.alert;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

import io.counterpart.hq.alert.AlertDestination.Claimed;
import io.counterpart.hq.alert.AlertMessage.Due;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.support.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which URLs HQ calls, outside the profile local. */
class WebhookAddressPolicyTests {

    private final WebhookAddressPolicy policy = new WebhookAddressPolicy(new MockEnvironment(), properties(false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://alerts.example/x",
                "ftp://alerts.example/x",
                "alerts.example",
                "https:///x",
                "https://user:password@alerts.example/x",
                "https://alerts.example/x#y",
                "https://alerts.example/a b",
                "https://localhost/x",
                "https://hq.localhost/x",
                "https://127.0.0.1/x",
                "https://127.1/x",
                "https://2130706433/x",
                "https://0.0.0.0/x",
                "https://10.1.2.3/x",
                "https://172.16.0.1/x",
                "https://192.168.0.1:8443/x",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://[fe80::1]/x",
                "https://[fd00::1]/x"
            })
    void refusesOtherSchemesAndPrivateAddresses(String url) {
        assertThatThrownBy(() -> policy.check(url)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://alerts.example/x?y=z",
                "https://alerts.example:8443/",
                "https://8.8.8.8/x",
                "HTTPS://a.example"
            })
    void acceptsPublicOnes(String url) {
        assertThatCode(() -> policy.check(url)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100.64.0.1",
                "0.1.2.3",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "fc00::1",
                "ff02::1"
            })
    void knowsTheReservedAddresses(String address) throws UnknownHostException {
        assertThat(WebhookAddressPolicy.isPrivate(InetAddress.getByName(address)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "198.20.0.1", "2606:4700::1111"})
    void knowsThePublicAddresses(String address) throws UnknownHostException {
        assertThat(WebhookAddressPolicy.isPrivate(InetAddress.getByName(address)))
                .isFalse();
    }

    /** A name that led to a public address when it was entered may lead to this machine now. */
    @Test
    void theAddressIsCheckedAgainWhenAMessageIsSent() throws IOException {
        try (var receiver = new WebhookReceiver()) {
            assertThatThrownBy(() -> send(false, receiver))
                    .isInstanceOf(UnknownHostException.class)
                    .hasMessageContaining("private network");
            assertThat(receiver.received()).isEmpty();

            send(true, receiver);
            assertThat(receiver.received()).hasSize(1);
        }
    }

    private static void send(boolean allowPrivate, WebhookReceiver receiver) throws IOException {
        AlertProperties properties = properties(allowPrivate);
        var sender = new WebhookSender(
                new WebhookAddressPolicy(new MockEnvironment(), properties),
                properties,
                new MessageJson(),
                Clock.systemUTC());
        try {
            var destination =
                    new Claimed(UUID.randomUUID(), AlertDestination.Kind.WEBHOOK, receiver.url(), "secret", null);
            var message = new AlertMessage(null, null, null, "Test", null, "None", Instant.EPOCH, null, "/");
            sender.send(destination, new Due(UUID.randomUUID(), "TEST", message));
        } finally {
            sender.destroy();
        }
    }

    private static AlertProperties properties(boolean allowPrivate) {
        return new AlertProperties(
                false, Duration.ZERO, Duration.ZERO, null, "hq@example.com", allowPrivate, Duration.ofSeconds(5));
    }
}
