package io.counterpart.hq.channel;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.configuration.JobCommand.Action;
import io.counterpart.hq.distribution.ConfigurationLogWriter;
import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.job.JobHandler;

/** The P-job runs in the channels: what people do to it here goes to every channel database. */
@Component
class PJobHandler implements JobHandler {

    private final ConfigurationRepository configuration;
    private final ConfigurationLogWriter distribution;
    private final Clock clock;

    PJobHandler(ConfigurationRepository configuration, ConfigurationLogWriter distribution, Clock clock) {
        this.configuration = configuration;
        this.distribution = distribution;
        this.clock = clock;
    }

    @Override
    public String job() {
        return BatchJobSettings.P_0001;
    }

    @Override
    public void run() {
        command(Action.RUN, null);
    }

    @Override
    public void hold() {
        command(Action.HOLD, null);
    }

    @Override
    public void release() {
        command(Action.RELEASE, null);
    }

    @Override
    public void reschedule(Duration recurrence) {
        command(Action.SCHEDULE, (int) Math.max(1, recurrence.toSeconds()));
    }

    private void command(Action action, @Nullable Integer recurrenceSeconds) {
        distribution.append(configuration.channelDatabases().stream()
                .map(database -> distribution.command(
                        JobCommand.of(database, BatchJobSettings.P_0001, action, recurrenceSeconds, clock.instant())))
                .toList());
    }
}
