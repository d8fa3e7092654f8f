package io.counterpart.channel.order;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.AdditionalSchema;

/** How the API description shows the orders of a signed-in customer. */
@Configuration(proxyBeanMethods = false)
class OwnOrderConfiguration {

    @Bean
    OpenApiCustomizer ownOrderSchema() {
        return new AdditionalSchema(OwnOrderView.class);
    }
}
