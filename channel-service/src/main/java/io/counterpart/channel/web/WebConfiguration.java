package io.counterpart.channel.web;

import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.limit.RequestLimitConfiguration;
import io.counterpart.support.limit.RequestLimitFilter;
import io.counterpart.support.limit.RequestLimits;
import io.counterpart.support.problem.ProblemCatalog;
import io.counterpart.support.problem.ProblemConfiguration;
import io.counterpart.support.problem.ProblemErrorController;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.security.SecurityEventConfiguration;
import io.counterpart.support.web.BodyDeadlineFilter;
import io.counterpart.support.web.BodyLimitFilter;
import io.counterpart.support.web.KnownQueryParameters;
import io.counterpart.support.web.WebSupportConfiguration;

/** Strict JSON, strict parameters, body limits and problem responses for the API. */
@Configuration(proxyBeanMethods = false)
@Import({
    ProblemConfiguration.class,
    ProblemErrorController.class,
    SecurityEventConfiguration.class,
    RequestLimitConfiguration.class,
    WebSupportConfiguration.class
})
class WebConfiguration implements WebMvcConfigurer {

    private static final int MAX_KIB = 256;
    private static final int MAX_KIB_OF_AN_UPLOAD = 4 * 1024;
    private static final Set<String> SEARCHES =
            Set.of("/api/v1/customers/search", "/api/v1/customers/possible-duplicates");
    private static final String OFFLINE_UPLOADS = "/api/v1/offline-uploads";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownQueryParameters()).addPathPatterns("/api/**");
    }

    @Bean
    ProblemCatalog problemCatalog() {
        return new ProblemCatalog(ChannelProblem.values());
    }

    @Bean
    BodyDeadlineFilter bodyDeadlineFilter(ProblemResponses problems) {
        return new BodyDeadlineFilter(problems, path -> false);
    }

    // 500 customers of an offline till are one request.
    @Bean
    BodyLimitFilter bodyLimitFilter(ProblemResponses problems) {
        return new BodyLimitFilter(problems, path -> OFFLINE_UPLOADS.equals(path) ? MAX_KIB_OF_AN_UPLOAD : MAX_KIB);
    }

    @Bean
    RequestLimitFilter requestLimitFilter(RequestLimits limits, ProblemResponses problems) {
        return new RequestLimitFilter(limits, problems, SEARCHES::contains);
    }
}
