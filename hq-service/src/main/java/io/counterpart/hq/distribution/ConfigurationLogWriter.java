package io.counterpart.hq.distribution;

import java.time.Instant;
import java.util.List;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.messaging.log.LogEntry;
import io.counterpart.messaging.log.OperationLog;

/**
 * Appends 1070, 1110 and commands for P-jobs to the configuration log, in the transaction of the change and in one
 * statement.
 */
@Component
public class ConfigurationLogWriter {

    private static final String GLOBAL = "global";

    private final OperationLog log;
    private final LogEntryFactory entries;

    ConfigurationLogWriter(@Qualifier("configurationLog") OperationLog log, LogEntryFactory entries) {
        this.log = log;
        this.entries = entries;
    }

    public void appendChannels(List<ChannelConfiguration> configurations, Instant at) {
        log.append(configurations.stream().map(it -> channel(it, at)).toList());
    }

    public void appendGlobal(GlobalConfiguration configuration, Instant at) {
        log.append(entries.entry(
                Topics.GLOBAL_CONFIGURATION_1110, GLOBAL, configuration.version(), configuration, null, at));
    }

    public void appendCommands(List<JobCommand> commands) {
        log.append(commands.stream().map(this::command).toList());
    }

    private LogEntry channel(ChannelConfiguration configuration, Instant at) {
        return entries.entry(
                Topics.CHANNEL_CONFIGURATION_1070,
                configuration.channel(),
                configuration.version(),
                configuration,
                null,
                at);
    }

    private LogEntry command(JobCommand command) {
        return entries.entry(Topics.CONTROL, command.channelDatabase(), 1, command, null, command.at());
    }
}
