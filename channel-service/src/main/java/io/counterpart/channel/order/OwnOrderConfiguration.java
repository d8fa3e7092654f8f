package io.counterpart.channel.order;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the API description shows the orders of a signed-in customer. */
@Configuration(proxyBeanMethods = false)
class OwnOrderConfiguration {

    // No controller returns this type, so the description would not contain it.
    @Bean
    OpenApiCustomizer ownOrderSchema() {
        return api -> ModelConverters.getInstance(true)
                .readAll(new AnnotatedType(OwnOrderView.class))
                .forEach((name, schema) -> api.getComponents().getSchemas().putIfAbsent(name, schema));
    }
}
