package io.counterpart.hq.alert;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import io.counterpart.hq.alert.AlertDestination.Claimed;
import io.counterpart.hq.alert.AlertMessage.Due;
import io.counterpart.hq.messaging.MessageJson;

/**
 * Sends a message as a signed POST. It follows no redirect, and checks the address that it connects to, not only the
 * name of the host.
 */
@Component
class WebhookSender implements DisposableBean {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    private final CloseableHttpClient client;
    private final AlertProperties properties;
    private final MessageJson json;
    private final Clock clock;

    WebhookSender(WebhookAddressPolicy policy, AlertProperties properties, MessageJson json, Clock clock) {
        this.properties = properties;
        this.json = json;
        this.clock = clock;
        this.client = client(policy, Timeout.of(properties.timeout()));
    }

    private static CloseableHttpClient client(WebhookAddressPolicy policy, Timeout timeout) {
        var connection = ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setSocketTimeout(timeout)
                .build();
        var resolver = new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return policy.allowed(super.resolve(host));
            }
        };
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setDefaultConnectionConfig(connection)
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Counterpart")
                .build();
    }

    /** Throws if the receiver does not respond with a status of success in time. */
    void send(Claimed destination, Due due) throws IOException {
        byte[] body = json.write(payload(due)).getBytes(StandardCharsets.UTF_8);
        var request = new HttpPost(URI.create(destination.address()));
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        request.setHeader("Idempotency-Key", due.id().toString());
        request.setHeader(WebhookSignature.HEADER, WebhookSignature.of(clock.instant(), body, destination.secrets()));
        // The time-outs of the connection start anew with each byte.
        var deadline = CompletableFuture.delayedExecutor(
                CONNECT.toMilliseconds() + properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
        deadline.execute(request::cancel);
        try {
            int status = client.executeOpen(null, request, null).getCode();
            if (status < 200 || status > 299) {
                throw new IOException("HTTP " + status);
            }
        } finally {
            // Closes the connection without reading the content of the response, which may be endless.
            request.cancel();
        }
    }

    private WebhookPayload payload(Due due) {
        AlertMessage message = due.message();
        return new WebhookPayload(
                due.id(),
                "alert." + due.kind().toLowerCase(Locale.ROOT),
                message.rule(),
                message.subject(),
                message.level(),
                message.title(),
                message.explanation(),
                message.advice(),
                message.since(),
                message.recoveredAt(),
                properties.url(message.page()));
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }

    /** The body of the request. */
    private record WebhookPayload(
            UUID id,
            String type,
            @Nullable String rule,
            @Nullable String subject,
            @Nullable String level,
            String title,
            @Nullable String explanation,
            String advice,
            Instant since,
            @Nullable Instant recoveredAt,
            @Nullable String url) {}
}
