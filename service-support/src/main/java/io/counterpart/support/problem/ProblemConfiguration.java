package io.counterpart.support.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Problem responses and pages; a service imports this and provides its {@link ProblemCatalog}. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ProblemPageController.class})
public class ProblemConfiguration {

    @Bean
    ProblemResponses problemResponses(
            JsonMapper json, ObjectProvider<ExceptionMapping> mappings, ObjectProvider<ContainerErrorPage> pages) {
        return new ProblemResponses(json, mappings.orderedStream().toList(), pages);
    }
}
