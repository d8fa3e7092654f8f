package io.counterpart.hq.testing;

import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import io.counterpart.testsupport.TestKafka;

/** Configures the Kafka of the tests. */
public final class SharedKafkaInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "shared-kafka", Map.of("spring.kafka.bootstrap-servers", TestKafka.bootstrapServers())));
    }
}
