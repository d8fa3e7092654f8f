package io.counterpart.channel.realtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStore;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.realtime.RealTimeResult.Unreachable;
import io.counterpart.testsupport.certificate.CertificateAuthority;
import io.counterpart.testsupport.certificate.IssuedCertificate;

import static org.assertj.core.api.Assertions.assertThat;

/** Which certificates of HQ the Real-time client accepts. */
class RealTimeTrustTests {

    private static final String BUNDLE = "hq";
    private static final Unreachable<String> REFUSED = new Unreachable<>("No connection to headquarters", false);

    private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
    private final AtomicInteger requests = new AtomicInteger();

    @TempDir
    Path directory;

    private CertificateAuthority company;
    private CertificateAuthority stranger;
    private HttpsServer hq;

    @BeforeEach
    void start() throws IOException {
        company = new CertificateAuthority(directory.resolve("company"));
        stranger = new CertificateAuthority(directory.resolve("stranger"));
        hq = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hq.setHttpsConfigurator(new HttpsConfigurator(
                serverBundle(company.issue("hq", "dns:localhost")).createSslContext()));
        hq.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        hq.start();
    }

    @AfterEach
    void stop() {
        hq.stop(0);
    }

    @Test
    void acceptsACertificateOfItsBundle() throws IOException {
        bundles.registerBundle(BUNDLE, trusting(company));

        call(client("localhost", BUNDLE));

        assertThat(requests).hasValue(1);
    }

    @Test
    void sendsNothingToAServerWithAnotherCertificate() throws IOException {
        bundles.registerBundle(BUNDLE, trusting(stranger));

        assertThat(call(client("localhost", BUNDLE))).isEqualTo(REFUSED);
        assertThat(call(client("localhost", null))).isEqualTo(REFUSED);
        assertThat(requests).hasValue(0);
    }

    @Test
    void sendsNothingToAServerWithAnotherName() throws IOException {
        bundles.registerBundle(BUNDLE, trusting(company));

        assertThat(call(client("127.0.0.1", BUNDLE))).isEqualTo(REFUSED);
        assertThat(requests).hasValue(0);
    }

    @Test
    void trustsWhatItsBundleBecomes() throws IOException {
        bundles.registerBundle(BUNDLE, trusting(stranger));
        RealTimeHttpClient client = client("localhost", BUNDLE);
        assertThat(call(client)).isEqualTo(REFUSED);

        bundles.updateBundle(BUNDLE, trusting(company));

        call(client);
        assertThat(requests).hasValue(1);
    }

    private static RealTimeResult<String> call(RealTimeHttpClient client) {
        return client.post("/realtime/v1/operations", List.of(), String.class);
    }

    private RealTimeHttpClient client(String host, @Nullable String bundle) {
        URI url = URI.create("https://%s:%d".formatted(host, hq.getAddress().getPort()));
        var properties = new RealTimeProperties(
                Duration.ofSeconds(5), Duration.ofSeconds(5), 64, 10, 5, Duration.ofMillis(500), bundle);
        return new RealTimeConfiguration()
                .realTimeExchange(
                        new ChannelProperties("it", List.of(url), "token"),
                        properties,
                        ObservationRegistry.NOOP,
                        bundles);
    }

    private static SslBundle trusting(CertificateAuthority authority) throws IOException {
        var trusted = PemSslStoreDetails.forCertificate(Files.readString(authority.certificate()));
        return SslBundle.of(new PemSslStoreBundle(null, Objects.requireNonNull(PemSslStore.load(trusted))));
    }

    private static SslBundle serverBundle(IssuedCertificate issued) throws IOException {
        var own = PemSslStoreDetails.forCertificate(Files.readString(issued.certificate()))
                .withPrivateKey(Files.readString(issued.key()));
        return SslBundle.of(new PemSslStoreBundle(Objects.requireNonNull(PemSslStore.load(own)), null));
    }
}
