package io.counterpart.hq.problem;

import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import io.counterpart.support.limit.RequestLimitConfiguration;
import io.counterpart.support.limit.RequestLimitFilter;
import io.counterpart.support.limit.RequestLimits;
import io.counterpart.support.problem.ExceptionMapping;
import io.counterpart.support.problem.ProblemCatalog;
import io.counterpart.support.problem.ProblemConfiguration;
import io.counterpart.support.problem.ProblemErrorController;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.security.SecurityEventConfiguration;
import io.counterpart.support.web.BodyDeadlineFilter;
import io.counterpart.support.web.BodyLimitFilter;
import io.counterpart.support.web.KnownQueryParameters;
import io.counterpart.support.web.StorableBodyFilter;
import io.counterpart.support.web.StorableParameters;
import io.counterpart.support.web.WebSupportConfiguration;

/** Problem responses, body limits and strict query parameters of HQ's APIs. */
@Configuration(proxyBeanMethods = false)
@Import({
    ProblemConfiguration.class,
    ProblemErrorController.class,
    SecurityEventConfiguration.class,
    RequestLimitConfiguration.class,
    WebSupportConfiguration.class
})
class ProblemResponseConfiguration implements WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(ProblemResponseConfiguration.class);
    private static final int MAX_KIB = 256;
    private static final String FILES = "/api/v1/customer-imports";
    private static final Set<String> SEARCH_PAGES =
            Set.of("/customers", "/search/suggestions", "/synchronization", "/synchronization/export.csv");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownQueryParameters()).addPathPatterns("/api/**", "/realtime/**");
        registry.addInterceptor(new StorableParameters());
    }

    @Bean
    ProblemCatalog problemCatalog() {
        return new ProblemCatalog(HqProblem.values());
    }

    // Pages have forms, and the token against CSRF is one of their parameters.
    @Bean
    BodyDeadlineFilter bodyDeadlineFilter(ProblemResponses problems) {
        return new BodyDeadlineFilter(problems, path -> !path.startsWith("/api/") && !path.startsWith("/realtime/"));
    }

    @Bean
    BodyLimitFilter bodyLimitFilter(ProblemResponses problems) {
        return new BodyLimitFilter(problems, path -> MAX_KIB, FILES::equals);
    }

    @Bean
    RequestLimitFilter requestLimitFilter(RequestLimits limits, ProblemResponses problems) {
        return new RequestLimitFilter(
                limits, problems, path -> path.endsWith("/search") || SEARCH_PAGES.contains(path));
    }

    @Bean
    StorableBodyFilter storableBodyFilter(ProblemResponses problems) {
        return new StorableBodyFilter(problems);
    }

    // A lock timeout or deadlock in PostgreSQL: the same request succeeds when it is repeated.
    @Bean
    ExceptionMapping transientDatabaseFaults() {
        return thrown -> {
            if (!(thrown instanceof TransientDataAccessException)
                    || thrown instanceof org.springframework.dao.OptimisticLockingFailureException) {
                return null;
            }
            log.warn("A request failed with a transient database error: {}", thrown.getMessage());
            return HqProblem.TRY_AGAIN.because("Temporarily unavailable. Try again in a few seconds.");
        };
    }
}
