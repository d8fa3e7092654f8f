package io.counterpart.hq;

import java.time.Clock;
import javax.sql.DataSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

import io.counterpart.messaging.bulk.BulkCopy;

/** The service of headquarters. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HqServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(HqServiceApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    BulkCopy bulkCopy(DataSource dataSource) {
        return new BulkCopy(dataSource);
    }
}
