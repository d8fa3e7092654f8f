package io.counterpart.support.web;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

import io.counterpart.support.json.ContractJson;
import io.counterpart.support.problem.ContainerErrorPage;
import io.counterpart.support.problem.ContainerErrorValve;
import io.counterpart.support.problem.ProblemResponses;

/** The filters and resolvers that a service imports unchanged. */
@Configuration(proxyBeanMethods = false)
public class WebSupportConfiguration {

    private static final int PAUSE_OF_A_BODY_MILLIS = 5_000;

    @Bean
    TraceIdFilter traceIdFilter() {
        return new TraceIdFilter();
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

    // An unknown field is a typing error, and so are a number in place of a text and 1.5 in place of a count; they are
    // reported instead of guessed at.
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, ContractJson::acceptOnlyText)
                .withCoercionConfig(
                        LogicalType.Enum,
                        enums -> enums.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
    }

    @Bean
    ClientDisconnectResolver clientDisconnectResolver() {
        return new ClientDisconnectResolver();
    }
}
