package io.counterpart.hq.distribution;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.UUID;

import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.job.BatchJobs;
import io.counterpart.hq.job.JobDoor;
import io.counterpart.hq.topics.TopicCreation;
import io.counterpart.messaging.log.LogTable;
import io.counterpart.messaging.log.OperationLog;
import io.counterpart.messaging.log.Overtaken;
import io.counterpart.messaging.log.RelayLoop;
import io.counterpart.messaging.log.RelaySettings;
import io.counterpart.messaging.log.Relays;

/** The logs of what the channels have yet to be told, and the relays that publish them. */
@Configuration(proxyBeanMethods = false)
class DistributionConfiguration {

    private static final String CONFIGURATION = "configuration";

    @Bean
    OperationLog distributionLog(JdbcTemplate jdbc) {
        var held = "select from batch_job where job = '%s' and held".formatted(BatchJobs.CUSTOMERS_1010);
        return new OperationLog(LogTable.transientLog("distribution_log").heldWhile(held), jdbc);
    }

    @Bean
    OperationLog configurationLog(JdbcTemplate jdbc) {
        return new OperationLog(LogTable.transientLog("configuration_log"), jdbc);
    }

    @Bean
    Relays relays(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Producer<String, byte[]> producer,
            Clock clock) {
        return new Relays(jdbc, new TransactionTemplate(transactions), producer, clock);
    }

    @Bean
    Overtaken overtaken(ApplicationEventPublisher events) {
        return keys -> events.publishEvent(new PublishedLate(keys));
    }

    @Bean
    RelayLoop distributionLoop(
            Relays relays,
            @Qualifier("distributionLog") OperationLog distributionLog,
            Overtaken overtaken,
            BatchJobs jobs,
            TopicCreation topics) {
        return new RelayLoop(
                relays.relay(distributionLog, settings(BatchJobs.CUSTOMERS_1010), overtaken),
                distributionLog,
                () -> !topics.isDone() || jobs.isHeld(BatchJobs.CUSTOMERS_1010),
                batch -> jobs.ran(BatchJobs.CUSTOMERS_1010, batch.read(), batch.sent(), batch.refused()));
    }

    // A held 1070 or 1110 has left nothing in this log.
    @Bean
    RelayLoop configurationLoop(
            Relays relays,
            @Qualifier("configurationLog") OperationLog configurationLog,
            Overtaken overtaken,
            TopicCreation topics) {
        return new RelayLoop(
                relays.relay(configurationLog, settings(CONFIGURATION), overtaken),
                configurationLog,
                () -> !topics.isDone(),
                batch -> {});
    }

    @Bean
    JobDoor distributionDoor(@Qualifier("distributionLoop") RelayLoop loop) {
        return new JobDoor() {
            @Override
            public String job() {
                return BatchJobs.CUSTOMERS_1010;
            }

            @Override
            public void wake() {
                loop.wake();
            }
        };
    }

    private static RelaySettings settings(String name) {
        String owner = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
        String shortened = owner.length() > 80 ? owner.substring(owner.length() - 80) : owner;
        return RelaySettings.of(name, "/hq", shortened);
    }
}
