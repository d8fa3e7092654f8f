package io.counterpart.hq.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

import io.counterpart.hq.staging.StagingFixture;
import io.counterpart.hq.testing.FreshDatabaseInitializer;
import io.counterpart.hq.testing.TestDriver;

/** Starts HQ with a real port and a real database, without Kafka and without background work. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "spring.kafka.listener.auto-startup=false",
            "hq.synchronization.enabled=false",
            "hq.clock.enabled=false",
            "hq.alerts.enabled=false",
            "hq.statistics.enabled=false",
            "hq.duplicate-scan.enabled=false",
            "hq.recovery.enabled=false",
            "hq.topics.retry-interval=1h",
            "management.server.port=0",
            // The demo scenario stages records that no channel has signed.
            "hq.signatures.required=false",
            "hq.channel.addresses.harbor=https://harbor.example.com",
            "counterpart.documentation.url=https://documentation.example/",
            "logging.level.org.apache.kafka=off"
        })
@ActiveProfiles("local")
@ContextConfiguration(initializers = FreshDatabaseInitializer.class)
@Import({TestDriver.class, StagingFixture.class, DemoScenario.class})
public @interface HqBrowserContext {}
