package io.counterpart.channel.localbook;

import java.math.BigDecimal;

import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.SchemaLimits;

import static java.util.Objects.requireNonNull;

/** What the API description says about local customer books beyond their types. */
@Configuration(proxyBeanMethods = false)
class LocalBookSchemaConfiguration {

    @Bean
    OpenApiCustomizer localBookPageSize() {
        return api -> requireNonNull(api.getPaths().get("/api/v1/customers/changes")).getGet().getParameters().stream()
                .filter(parameter -> "limit".equals(parameter.getName()))
                .map(Parameter::getSchema)
                .forEach(limit -> {
                    limit.setMinimum(BigDecimal.ONE);
                    limit.setMaximum(BigDecimal.valueOf(LocalBookService.MOST));
                });
    }

    @Bean
    OpenApiCustomizer localBookLimits() {
        return SchemaLimits.of("LocalBookPage")
                .items("customers", LocalBookService.MOST)
                .items("removed", LocalBookService.MOST);
    }
}
