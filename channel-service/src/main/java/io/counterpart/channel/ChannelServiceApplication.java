package io.counterpart.channel;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.context.request.RequestContextHolder;

import io.counterpart.messaging.database.WatchedDatabase;

/** Serves the channels of one channel database. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ChannelServiceApplication {

    public static void main(String[] args) {
        SpringApplication.run(ChannelServiceApplication.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** A request fails within two seconds if the database hangs; background work may take longer. */
    @Bean
    static WatchedDatabase watchedDatabase() {
        return new WatchedDatabase(() -> RequestContextHolder.getRequestAttributes() != null);
    }
}
