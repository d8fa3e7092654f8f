package io.counterpart.channel.upload;

import java.lang.management.ManagementFactory;
import java.time.Clock;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.database.DatabaseIdentity;
import io.counterpart.messaging.log.LogTable;
import io.counterpart.messaging.log.OperationLog;
import io.counterpart.messaging.log.Relay;
import io.counterpart.messaging.log.RelayFactory;
import io.counterpart.messaging.log.RelayLoop;
import io.counterpart.messaging.log.RelaySettings;

/** The beans of the P-job. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadRerunProperties.class)
class PJobConfiguration {

    static final String JOB = "p-job";

    @Bean
    OperationLog operationLog(JdbcTemplate jdbc) {
        return new OperationLog(LogTable.kept("async_operation", "async_operation_queue"), jdbc);
    }

    @Bean
    RelayFactory relays(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            RecordSender sender,
            RecordSigner signer,
            BatchSpans spans,
            Clock clock) {
        return new RelayFactory(jdbc, transaction, sender, signer, spans, clock);
    }

    @Bean
    DatabaseIdentity databaseIdentity(JdbcClient jdbc) {
        return new DatabaseIdentity(jdbc);
    }

    @Bean
    PJobOwner pJobOwner(IdentifierGenerator identifiers) {
        // The name of a process may recur after a restart; the id makes it unique.
        return new PJobOwner(ManagementFactory.getRuntimeMXBean().getName() + "/" + identifiers.next());
    }

    @Bean
    Relay relay(RelayFactory relays, OperationLog operationLog, ChannelProperties properties, PJobOwner owner) {
        String source = "/channel-databases/" + properties.channelDatabase();
        return relays.relay(operationLog, RelaySettings.of(JOB, source, owner.name()));
    }

    @Bean
    RelayLoop pJob(Relay relay, OperationLog operationLog, PJobSettingService settings, UploadSessionService sessions) {
        return new RelayLoop(relay, operationLog, settings::isHeld, sessions::add);
    }

    @Bean
    MeterBinder operationLogMetrics(HeartbeatJob heartbeat) {
        return registry -> {
            Gauge.builder("counterpart.operation.log.waiting", heartbeat, HeartbeatJob::waiting)
                    .description("Operations not yet uploaded by the P-job")
                    .register(registry);
            Gauge.builder("counterpart.operation.log.oldest.age", heartbeat, HeartbeatJob::ageOfOldest)
                    .description("Age of the oldest operation not yet uploaded by the P-job")
                    .baseUnit("seconds")
                    .register(registry);
        };
    }
}
