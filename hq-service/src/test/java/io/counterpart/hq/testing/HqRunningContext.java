package io.counterpart.hq.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Starts HQ with its background work except the recovery and the scan for duplicates, on a real database and a real
 * Kafka, with the demo data.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
// Topics are shared with databases of other tests, whose customers this database does not have.
@SpringBootTest(
        properties = {"management.server.port=", "hq.recovery.enabled=false", "hq.duplicate-scan.enabled=false"})
@AutoConfigureMockMvc
@ActiveProfiles("local")
@ContextConfiguration(initializers = {FreshDatabaseInitializer.class, SharedKafkaInitializer.class})
@Import(TestDriver.class)
public @interface HqRunningContext {}
