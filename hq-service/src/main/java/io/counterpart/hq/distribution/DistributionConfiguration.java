package io.counterpart.hq.distribution;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.UUID;

import org.apache.kafka.clients.producer.Producer;
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
import io.counterpart.messaging.log.Relay;
import io.counterpart.messaging.log.RelayLoop;
import io.counterpart.messaging.log.RelaySettings;
import io.counterpart.messaging.log.Relays;

/** The log of what the channels have yet to be told, and the relay 1010 that publishes it. */
@Configuration(proxyBeanMethods = false)
class DistributionConfiguration {

    @Bean
    OperationLog distributionLog(JdbcTemplate jdbc) {
        return new OperationLog(LogTable.transientLog("distribution_log"), jdbc);
    }

    @Bean
    Relay distributionRelay(
            OperationLog log,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Producer<String, byte[]> producer,
            ApplicationEventPublisher events,
            Clock clock) {
        String owner = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
        String shortened = owner.length() > 80 ? owner.substring(owner.length() - 80) : owner;
        return new Relays(jdbc, new TransactionTemplate(transactions), producer, clock)
                .relay(
                        log,
                        RelaySettings.of(BatchJobs.CUSTOMERS_1010, "/hq", shortened),
                        keys -> events.publishEvent(new PublishedLate(keys)));
    }

    @Bean
    RelayLoop distributionLoop(Relay relay, OperationLog log, BatchJobs jobs, TopicCreation topics) {
        return new RelayLoop(
                relay,
                log,
                () -> !topics.isDone() || jobs.isHeld(BatchJobs.CUSTOMERS_1010),
                batch -> jobs.ran(BatchJobs.CUSTOMERS_1010));
    }

    @Bean
    JobDoor distributionDoor(RelayLoop loop) {
        return new JobDoor() {
            @Override
            public String job() {
                return BatchJobs.CUSTOMERS_1010;
            }

            @Override
            public void run() {
                loop.wake();
            }

            @Override
            public void release() {
                loop.wake();
            }
        };
    }
}
