package io.counterpart.support.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filters and resolvers that a service imports unchanged. */
@Configuration(proxyBeanMethods = false)
public class WebSupportConfiguration {

    @Bean
    TraceFilter traceFilter() {
        return new TraceFilter();
    }

    @Bean
    ClientDisconnectResolver clientDisconnectResolver() {
        return new ClientDisconnectResolver();
    }
}
