package io.counterpart.channel.customer;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What a signed-in customer may reach of the customers, and how the API description shows it. */
@Configuration(proxyBeanMethods = false)
class OwnCustomerConfiguration implements WebMvcConfigurer {

    private final OwnCustomerInterceptor ownOnly;

    OwnCustomerConfiguration(OwnCustomerInterceptor ownOnly) {
        this.ownOnly = ownOnly;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(ownOnly).addPathPatterns("/api/v1/customers/**");
    }

    // No controller returns this type, so the description would not contain it.
    @Bean
    OpenApiCustomizer ownCustomerSchema() {
        return api -> ModelConverters.getInstance(true)
                .readAll(new AnnotatedType(OwnCustomerView.class))
                .forEach((name, schema) -> api.getComponents().getSchemas().putIfAbsent(name, schema));
    }
}
