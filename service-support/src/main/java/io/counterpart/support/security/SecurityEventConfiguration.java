package io.counterpart.support.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The security events that a service writes without code of its own. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
public class SecurityEventConfiguration {

    @Bean
    RefusalCounter refusalCounter() {
        return new RefusalCounter();
    }

    @Bean
    RefusalFilter refusalFilter(RefusalCounter refusals) {
        return new RefusalFilter(refusals);
    }
}
