package io.counterpart.channel.warmup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Warms up the server, the filters and the token check with an unknown token, and the dispatcher with a public page.
 */
@Component
class HttpWarmUp implements WarmUpStep {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final @Nullable SslBundle tls;
    private final HttpClient http;
    private volatile int port;

    HttpWarmUp(ServerProperties server, SslBundles bundles) {
        Ssl ssl = server.getSsl();
        tls = Ssl.isEnabled(ssl) ? WebServerSslBundle.get(ssl, bundles) : null;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
        if (tls != null) {
            builder.sslContext(OwnCertificate.contextOf(tls));
        }
        http = builder.build();
    }

    @EventListener
    void on(WebServerInitializedEvent started) {
        // The server of the management port has a namespace.
        if (started.getApplicationContext().getServerNamespace() == null) {
            port = started.getWebServer().getPort();
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        // Zero: no server, as in some tests.
        if (port > 0) {
            send(request("/api/v1/customers")
                    .header("Authorization", "Bearer " + UUID.randomUUID())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));
            send(request("/problems/unauthorized").GET());
        }
    }

    private HttpRequest.Builder request(String path) {
        String scheme = tls == null ? "http" : "https";
        return HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        http.send(request.build(), BodyHandlers.discarding());
    }
}
