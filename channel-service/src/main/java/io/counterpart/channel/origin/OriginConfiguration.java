package io.counterpart.channel.origin;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

import io.counterpart.support.web.FilterOrder;

/**
 * Answers preflight requests, and permits pages of listed origins to read responses, problems included. Whether the
 * channel of the token lists the origin is checked when the token is known.
 */
@Configuration(proxyBeanMethods = false)
class OriginConfiguration {

    private static final Duration PREFLIGHT_CACHED = Duration.ofHours(1);
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> REQUEST_HEADERS = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            "Prefer",
            "Idempotency-Key",
            "Counterpart-Clerk",
            "Last-Event-ID",
            "traceparent");
    private static final List<String> RESPONSE_HEADERS = List.of(
            HttpHeaders.ETAG,
            HttpHeaders.LOCATION,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.ALLOW,
            HttpHeaders.WWW_AUTHENTICATE,
            "Idempotent-Replayed");

    // In front of the overload protection, so that a page can read its 503.
    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginFilter(OriginPolicy policy) {
        var filter = new FilterRegistrationBean<>(new CorsFilter(request -> configuration(request, policy)));
        filter.addUrlPatterns("/api/*");
        filter.setOrder(FilterOrder.CROSS_ORIGIN);
        return filter;
    }

    // Null: the response has no CORS headers, so that a browser shows it to no page of another origin.
    private static @Nullable CorsConfiguration configuration(HttpServletRequest request, OriginPolicy policy) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && policy.isListed(origin) ? permitting(origin) : null;
    }

    // Without credentials: the cookie of a session is for pages of this service only.
    private static CorsConfiguration permitting(String origin) {
        var configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(List.of(origin));
        configuration.setAllowedMethods(METHODS);
        configuration.setAllowedHeaders(REQUEST_HEADERS);
        configuration.setExposedHeaders(RESPONSE_HEADERS);
        configuration.setAllowCredentials(false);
        configuration.setMaxAge(PREFLIGHT_CACHED);
        return configuration;
    }
}
