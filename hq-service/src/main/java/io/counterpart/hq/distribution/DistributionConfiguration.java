package io.counterpart.hq.distribution;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.job.JobHandler;
import io.counterpart.hq.messaging.TopicCreator;
import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.log.LeaseLossListener;
import io.counterpart.messaging.log.LogTable;
import io.counterpart.messaging.log.OperationLog;
import io.counterpart.messaging.log.RelayFactory;
import io.counterpart.messaging.log.RelayLoop;
import io.counterpart.messaging.log.RelaySettings;

/** Configures the operation logs for the channels, and the relays that publish them. */
@Configuration(proxyBeanMethods = false)
class DistributionConfiguration {

    private static final String CONFIGURATION = "configuration";

    @Bean
    OperationLog distributionLog(JdbcTemplate jdbc) {
        var held = "select from batch_job where job = '%s' and held".formatted(BatchJobSettings.CUSTOMERS_1010);
        return new OperationLog(LogTable.transientLog("distribution_log").heldWhile(held), jdbc);
    }

    @Bean
    OperationLog configurationLog(JdbcTemplate jdbc) {
        return new OperationLog(LogTable.transientLog("configuration_log"), jdbc);
    }

    @Bean
    RelayFactory relays(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            RecordSender sender,
            RecordSigner signer,
            BatchSpans spans,
            Clock clock) {
        return new RelayFactory(jdbc, new TransactionTemplate(transactions), sender, signer, spans, clock);
    }

    @Bean
    LeaseLossListener leaseLossListener(ApplicationEventPublisher events) {
        return keys -> events.publishEvent(new StaleRecordsPublishedEvent(keys));
    }

    @Bean
    RelayLoop distributionLoop(
            RelayFactory relays,
            @Qualifier("distributionLog") OperationLog distributionLog,
            LeaseLossListener overtaken,
            BatchJobSettings jobs,
            TopicCreator topics) {
        return new RelayLoop(
                relays.relay(distributionLog, settings(BatchJobSettings.CUSTOMERS_1010), overtaken),
                distributionLog,
                () -> !topics.isDone() || jobs.isHeld(BatchJobSettings.CUSTOMERS_1010),
                batch -> jobs.ran(
                        BatchJobSettings.CUSTOMERS_1010,
                        Duration.between(batch.startedAt(), batch.finishedAt()),
                        batch.read(),
                        batch.sent().size(),
                        batch.refused()));
    }

    // Jobs 1070 and 1110 append nothing to this log while they are on hold.
    @Bean
    RelayLoop configurationLoop(
            RelayFactory relays,
            @Qualifier("configurationLog") OperationLog configurationLog,
            LeaseLossListener overtaken,
            TopicCreator topics) {
        return new RelayLoop(
                relays.relay(configurationLog, settings(CONFIGURATION), overtaken),
                configurationLog,
                () -> !topics.isDone(),
                batch -> {});
    }

    @Bean
    JobHandler customers1010Handler(@Qualifier("distributionLoop") RelayLoop loop) {
        return new JobHandler() {
            @Override
            public String job() {
                return BatchJobSettings.CUSTOMERS_1010;
            }

            @Override
            public void trigger() {
                loop.trigger();
            }
        };
    }

    private static RelaySettings settings(String name) {
        String owner = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
        String shortened = owner.length() > 80 ? owner.substring(owner.length() - 80) : owner;
        return RelaySettings.of(name, "/hq", shortened);
    }
}
