package io.counterpart.channel.pos;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Serves the files of the till application; browsers load them again, so that one version is complete. */
@Configuration(proxyBeanMethods = false)
class TillPageConfiguration implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/pos/**")
                .addResourceLocations("classpath:/META-INF/resources/pos/")
                // All entries of a jar have the same time, in every version.
                .setUseLastModified(false)
                .setCacheControl(CacheControl.noCache());
    }
}
