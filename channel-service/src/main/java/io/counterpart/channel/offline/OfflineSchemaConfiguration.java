package io.counterpart.channel.offline;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.contract.Limits;
import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about offline uploads beyond their types. */
@Configuration(proxyBeanMethods = false)
class OfflineSchemaConfiguration {

    @Bean
    OpenApiCustomizer offlineUploadSchema() {
        return SchemaLimits.of("OfflineUploadRequest").required("items");
    }

    @Bean
    OpenApiCustomizer offlineEntrySchema() {
        return SchemaLimits.of("OfflineEntry")
                .text("clerk", Limits.CLERK)
                .items("changes", Limits.ATTRIBUTES)
                .text("note", Limits.NOTE);
    }
}
