package io.counterpart.channel.upload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.counterpart.channel.configuration.ChannelConfigurationService;
import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.pending.PendingCustomerTracker;
import io.counterpart.channel.pending.PendingCustomers;
import io.counterpart.channel.recovery.HighestAccountNumber;
import io.counterpart.channel.till.TillReportService;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.messaging.database.DatabaseIdentity;
import io.counterpart.messaging.log.OperationLog;
import io.counterpart.support.limit.RequestLimits;

/** Reads the upload backlog every few seconds, reports it to HQ and updates the gauges. */
@Component
class HeartbeatJob {

    private static final Logger log = LoggerFactory.getLogger(HeartbeatJob.class);

    private final OperationLog operationLog;
    private final PendingCustomerTracker pendingCustomers;
    private final PJobSettingService settings;
    private final ChannelConfigurationService configurations;
    private final HighestAccountNumber highest;
    private final DatabaseIdentity identity;
    private final RequestLimits limits;
    private final TillReportService tills;
    private final ChannelProperties properties;
    private final ChannelReporter reports;
    private final Clock clock;
    private final @Nullable String version;
    private volatile OperationLog.LogDepth depth = new OperationLog.LogDepth(0, null);

    HeartbeatJob(
            OperationLog operationLog,
            PendingCustomerTracker pendingCustomers,
            PJobSettingService settings,
            ChannelConfigurationService configurations,
            HighestAccountNumber highest,
            DatabaseIdentity identity,
            RequestLimits limits,
            TillReportService tills,
            ChannelProperties properties,
            ChannelReporter reports,
            Clock clock,
            ObjectProvider<BuildProperties> build) {
        this.operationLog = operationLog;
        this.pendingCustomers = pendingCustomers;
        this.settings = settings;
        this.configurations = configurations;
        this.highest = highest;
        this.identity = identity;
        this.limits = limits;
        this.tills = tills;
        this.properties = properties;
        this.reports = reports;
        this.clock = clock;
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse(null);
    }

    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void beat() {
        try {
            depth = operationLog.depth();
            PendingCustomers pending = pendingCustomers.current();
            reports.send(new ChannelReport.Heartbeat(
                    ChannelReport.SCHEMA_VERSION,
                    properties.channelDatabase(),
                    clock.instant(),
                    depth.waiting(),
                    depth.oldest(),
                    settings.isHeld(),
                    configurations.channelVersions(),
                    configurations.globalVersion(),
                    settings.highestCounter(),
                    pending.complete() ? pending.customers() : null,
                    pending.oldestSince(),
                    highest.value(),
                    identity.current().orElse(null),
                    limits.rejectedInTheLastHour(),
                    tills.due(),
                    version));
        } catch (DataAccessException e) {
            log.warn("The heartbeat could not be sent: {}", e.getClass().getSimpleName());
        }
    }

    long waiting() {
        return depth.waiting();
    }

    /** In seconds. */
    double ageOfOldest() {
        Instant oldest = depth.oldest();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
