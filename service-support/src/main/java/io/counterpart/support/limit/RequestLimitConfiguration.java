package io.counterpart.support.limit;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.problem.ProblemResponses;

/** The request limits; a service imports this and provides its {@link RequestLimitFilter}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RequestLimitProperties.class)
public class RequestLimitConfiguration {

    @Bean
    RequestLimits requestLimits(RequestLimitProperties properties, MeterRegistry meters, Clock clock) {
        return new RequestLimits(properties, meters, clock);
    }

    @Bean
    UnauthorizedEntryPoint unauthorizedEntryPoint(RequestLimits limits, ProblemResponses problems) {
        return new UnauthorizedEntryPoint(limits, problems);
    }
}
