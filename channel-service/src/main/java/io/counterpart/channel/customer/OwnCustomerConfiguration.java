package io.counterpart.channel.customer;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.counterpart.support.openapi.ReducedForm;

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

    @Bean
    OpenApiCustomizer ownCustomerSchema() {
        return new ReducedForm(CustomerView.class, OwnCustomerView.class);
    }

    @Bean
    OpenApiCustomizer ownCapabilitiesSchema() {
        return new ReducedForm(CustomerCapabilities.class, OwnCustomerView.OwnCapabilities.class);
    }
}
