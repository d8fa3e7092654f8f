package io.counterpart.channel.order;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;
import io.counterpart.support.openapi.ReducedForm;
import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about orders beyond their types. */
@Configuration(proxyBeanMethods = false)
class OrderSchemaConfiguration {

    @Bean
    OpenApiCustomizer ownOrderSchema() {
        return new ReducedForm(OrderView.class, OwnOrderView.class);
    }

    @Bean
    OpenApiCustomizer orderLimits() {
        return SchemaLimits.of("OrderEntry")
                .required("customer", "lines")
                .text("currencyCode", Limits.CURRENCY_CODE)
                .items("lines", OrderValidator.MOST_LINES)
                .text("note", OrderValidator.LONGEST_NOTE);
    }

    @Bean
    OpenApiCustomizer orderCancellationLimits() {
        return SchemaLimits.of("OrderCancellationEntry").text("reason", OrderValidator.LONGEST_NOTE);
    }

    @Bean
    OpenApiCustomizer orderLineLimits() {
        return SchemaLimits.of("LineEntry")
                .required("item", "quantity", "price")
                .text("item", OrderValidator.LONGEST_ITEM)
                .pattern("quantity", OrderValidator.DECIMAL_PATTERN)
                .pattern("price", OrderValidator.DECIMAL_PATTERN);
    }
}
