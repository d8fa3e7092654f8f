package io.counterpart.support.web;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import io.counterpart.support.problem.ContainerErrorPage;
import io.counterpart.support.problem.ContainerErrorValve;
import io.counterpart.support.problem.ProblemResponses;

/** The filters and resolvers that a service imports unchanged. */
@Configuration(proxyBeanMethods = false)
public class WebSupportConfiguration {

    private static final int PAUSE_OF_A_BODY_MILLIS = 5_000;

    @Bean
    TraceFilter traceFilter() {
        return new TraceFilter();
    }

    // A body that pauses for longer than this is given up; the total time is bounded by BodyDeadlineFilter.
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> pausesOfABody() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setDisableUploadTimeout(false);
                http.setConnectionUploadTimeout(PAUSE_OF_A_BODY_MILLIS);
            }
        });
    }

    // After the valve that Spring Boot adds, so that this one is asked first.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> containerErrors(
            ObjectProvider<ProblemResponses> problems, ObjectProvider<ContainerErrorPage> page) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ContainerErrorValve(problems, page)));
    }

    @Bean
    ClientDisconnectResolver clientDisconnectResolver() {
        return new ClientDisconnectResolver();
    }
}
