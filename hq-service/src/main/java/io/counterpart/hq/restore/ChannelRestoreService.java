package io.counterpart.hq.restore;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.distribution.ConfigurationLogWriter;

/** The steps after the restore of a channel database, each in one transaction. */
@Service
class ChannelRestoreService {

    private static final Logger log = LoggerFactory.getLogger(ChannelRestoreService.class);

    private final ChannelRestoreRepository repository;
    private final ConfigurationLogWriter distribution;
    private final ChannelRestoreProperties properties;
    private final AuditService audit;
    private final Clock clock;

    ChannelRestoreService(
            ChannelRestoreRepository repository,
            ConfigurationLogWriter distribution,
            ChannelRestoreProperties properties,
            AuditService audit,
            Clock clock) {
        this.repository = repository;
        this.distribution = distribution;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void detect() {
        Instant now = clock.instant();
        repository.withOtherIdentity(now).forEach(it -> detected(it, "Its database is another one than before"));
        repository.withLowerCounter(now, properties.margin()).forEach(it -> detected(it, "Its counter is lower"));
    }

    private void detected(ChannelRestore restore, String sign) {
        log.warn(
                "Channel database {} was restored from a backup or failed over. {}: it reports counter {}, HQ has staged {}",
                restore.channelDatabase(),
                sign,
                restore.reportedCounter(),
                restore.highestCounter());
        audit.note("channel-restore-detected", restore.channelDatabase(), detail(restore));
    }

    /**
     * Sends the command to continue above the counters that HQ has staged; a repeated command has no further effect.
     */
    @Transactional
    public void command() {
        Instant now = clock.instant();
        List<ChannelRestore> unheard = repository.unheard(now, now.minus(properties.commandAgainAfter()));
        distribution.appendCommands(unheard.stream()
                .map(it -> JobCommand.continueAbove(it.channelDatabase(), it.highestCounter(), now))
                .toList());
    }

    @Transactional
    public void heal() {
        for (ChannelRestore restore : repository.heal(clock.instant())) {
            log.info("Channel database {} has caught up after its restore", restore.channelDatabase());
            audit.note("channel-restore-healed", restore.channelDatabase(), detail(restore));
        }
    }

    private static Map<String, Long> detail(ChannelRestore restore) {
        return Map.of(
                "reportedCounter", restore.reportedCounter(),
                "highestCounter", restore.highestCounter());
    }
}
