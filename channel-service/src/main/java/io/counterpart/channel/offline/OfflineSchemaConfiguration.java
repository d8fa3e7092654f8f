package io.counterpart.channel.offline;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.SchemaLimits;

/** What the API description says about offline uploads beyond their types. */
@Configuration(proxyBeanMethods = false)
class OfflineSchemaConfiguration {

    @Bean
    OpenApiCustomizer offlineUploadSchema() {
        return SchemaLimits.of("OfflineUploadRequest").required("items");
    }
}
