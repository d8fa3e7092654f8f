package io.counterpart.hq.channel;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.contract.configuration.JobCommand.Action;
import io.counterpart.hq.distribution.ConfigurationDistribution;
import io.counterpart.hq.job.BatchJobs;
import io.counterpart.hq.job.JobDoor;

/** The P-job runs in the channels: what people do to it here goes to every channel database. */
@Component
class PJobDoor implements JobDoor {

    private final ConfigurationRepository configuration;
    private final ConfigurationDistribution distribution;
    private final Clock clock;

    PJobDoor(ConfigurationRepository configuration, ConfigurationDistribution distribution, Clock clock) {
        this.configuration = configuration;
        this.distribution = distribution;
        this.clock = clock;
    }

    @Override
    public String job() {
        return BatchJobs.P_0001;
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
                        JobCommand.of(database, BatchJobs.P_0001, action, recurrenceSeconds, clock.instant())))
                .toList());
    }
}
