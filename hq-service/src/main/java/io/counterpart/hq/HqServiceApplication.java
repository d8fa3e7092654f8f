package io.counterpart.hq;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.context.request.RequestContextHolder;

import io.counterpart.messaging.bulk.BulkCopy;
import io.counterpart.messaging.bulk.KeyLookupPlan;
import io.counterpart.messaging.database.WatchedDatabase;

/** The service of headquarters. */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class HqServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(HqServiceApplication.class, args);
    }

    /**
     * Has the precision of PostgreSQL (microseconds), so that a value that is read equals the value that was written.
     */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    BulkCopy bulkCopy(DataSource dataSource) {
        return new BulkCopy(dataSource);
    }

    @Bean
    KeyLookupPlan rowsByKey(DataSource dataSource) {
        return new KeyLookupPlan(dataSource);
    }

    /** Requests fail within two seconds if the database does not respond; background work may wait longer. */
    @Bean
    static WatchedDatabase watchedDatabase() {
        return new WatchedDatabase(() -> RequestContextHolder.getRequestAttributes() != null);
    }
}
