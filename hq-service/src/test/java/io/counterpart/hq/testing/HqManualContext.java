package io.counterpart.hq.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Starts HQ on a real database without Kafka and without background work, which the test triggers itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "spring.kafka.listener.auto-startup=false",
            "hq.synchronization.enabled=false",
            "hq.clock.enabled=false",
            "hq.alerts.enabled=false",
            "hq.statistics.enabled=false",
            "hq.duplicate-scan.enabled=false",
            "hq.resend.enabled=false",
            "hq.customer-import.enabled=false",
            "hq.channel-restore.interval=1h",
            "hq.reconciliation.enabled=false",
            "hq.recovery.enabled=false",
            "hq.topics.retry-interval=1h",
            "management.server.port=",
            "logging.level.org.apache.kafka=off"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabaseInitializer.class)
@Import({CountingDataSource.class, ApiClient.class, TestDriver.class})
public @interface HqManualContext {}
