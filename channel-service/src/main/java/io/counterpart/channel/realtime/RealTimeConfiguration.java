package io.counterpart.channel.realtime;

import java.net.http.HttpClient;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
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
    RealTimeHttpClient realTimeExchange(ChannelProperties channel, RealTimeProperties properties) {
        var http = HttpClient.newBuilder()
                // Without it the client would attempt an upgrade to HTTP/2 on every connection.
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .build();
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(properties.timeout());
        return new RealTimeHttpClient(RestClient.builder()
                .requestFactory(requests)
                .baseUrl(channel.hqUrl())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + channel.hqToken())
                .build());
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
