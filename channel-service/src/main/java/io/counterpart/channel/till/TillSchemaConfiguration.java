package io.counterpart.channel.till;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about the heartbeats of tills beyond their types. */
@Configuration(proxyBeanMethods = false)
class TillSchemaConfiguration {

    @Bean
    OpenApiCustomizer tillHeartbeatLimits() {
        return SchemaLimits.of("TillHeartbeatRequest")
                .text("version", TillHeartbeatReader.LONGEST_VERSION)
                .range("unsent", 0, TillHeartbeatReader.MOST_ITEMS)
                .range("refused", 0, TillHeartbeatReader.MOST_ITEMS)
                .required("version", "clock", "unsent", "refused");
    }

    @Bean
    OpenApiCustomizer tillHeartbeatAnswerLimits() {
        long largest = TillHeartbeatReader.LARGEST_SKEW.toSeconds();
        return SchemaLimits.of("TillHeartbeatView").range("clockSkewSeconds", -largest, largest);
    }
}
