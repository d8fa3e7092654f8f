package io.counterpart.hq.configuration;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.configuration.JobCommand.Action;
import io.counterpart.hq.distribution.ConfigurationLogWriter;
import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.job.JobHandler;
import io.counterpart.hq.problem.HqProblem;

/** Forwards run, hold, release and reschedule of the P-job to the channel databases, where it runs. */
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
    public void run(String channelDatabase) {
        if (!configuration.hasDatabase(channelDatabase)) {
            throw HqProblem.CHANNEL_DATABASE_NOT_FOUND.problem();
        }
        command(List.of(channelDatabase), Action.RUN, null);
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
        command(configuration.channelDatabases(), action, recurrenceSeconds);
    }

    private void command(List<String> channelDatabases, Action action, @Nullable Integer recurrenceSeconds) {
        distribution.appendCommands(channelDatabases.stream()
                .map(database ->
                        JobCommand.of(database, BatchJobSettings.P_0001, action, recurrenceSeconds, clock.instant()))
                .toList());
    }
}
