package io.counterpart.hq.testing;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import io.counterpart.testsupport.TestDatabase;

/** Creates an empty database for each application context, which uses it with the rights of a running service. */
public final class FreshDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.fresh("hq");
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh-database",
                        Map.of(
                                "spring.datasource.url", database.url(),
                                "spring.datasource.username", TestDatabase.RUNTIME,
                                "spring.datasource.password", TestDatabase.ROLE_PASSWORD,
                                "spring.flyway.user", TestDatabase.OWNER,
                                "spring.flyway.password", TestDatabase.ROLE_PASSWORD)));
    }
}
