package io.counterpart.channel.realtime;

import java.net.http.HttpClient;
import java.util.List;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

import io.counterpart.channel.configuration.ChannelProperties;

/** The HTTP client of HQ and its circuit breaker. */
@Configuration(proxyBeanMethods = false)
class RealTimeConfiguration {

    @Bean
    RealTimeHttpClient realTimeExchange(
            ChannelProperties channel,
            RealTimeProperties properties,
            ObservationRegistry observations,
            SslBundles bundles) {
        String trusted = properties.sslBundle();
        if (trusted == null) {
            return new RealTimeHttpClient(instances(channel, properties, observations, null));
        }
        var client = new RealTimeHttpClient(instances(channel, properties, observations, bundles.getBundle(trusted)));
        bundles.addBundleUpdateHandler(
                trusted, changed -> client.use(instances(channel, properties, observations, changed)));
        return client;
    }

    private static List<RestClient> instances(
            ChannelProperties channel,
            RealTimeProperties properties,
            ObservationRegistry observations,
            @Nullable SslBundle trusted) {
        HttpClient.Builder http = HttpClient.newBuilder()
                // Without it the client would attempt an upgrade to HTTP/2 on every connection.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout());
        if (trusted != null) {
            http.sslContext(trusted.createSslContext());
        }
        var requests = new JdkClientHttpRequestFactory(http.build());
        requests.setReadTimeout(properties.timeout());
        RestClient.Builder builder = RestClient.builder()
                .requestFactory(requests)
                .observationRegistry(observations)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + channel.hqToken());
        return channel.hqUrl().stream()
                .map(url -> builder.clone().baseUrl(url).build())
                .toList();
    }

    @Bean
    CircuitBreaker realTimeBreaker(RealTimeProperties properties) {
        int judged = properties.callsJudged();
        int openAfter = Math.min(properties.openAfter(), judged);
        return CircuitBreaker.of(
                "real-time-service",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(judged)
                        .minimumNumberOfCalls(openAfter)
                        .failureRateThreshold(100f * openAfter / judged)
                        .waitDurationInOpenState(properties.openFor())
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }
}
