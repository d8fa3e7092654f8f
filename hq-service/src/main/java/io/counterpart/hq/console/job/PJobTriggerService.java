package io.counterpart.hq.console.job;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.hq.distribution.ConfigurationLogWriter;
import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.problem.HqProblem;

/** Tells the P-job of one channel database to run now. */
@Service
class PJobTriggerService {

    private final ConfigurationLogWriter distribution;
    private final JobPageRepository jobs;
    private final Clock clock;

    PJobTriggerService(ConfigurationLogWriter distribution, JobPageRepository jobs, Clock clock) {
        this.distribution = distribution;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Transactional
    public void run(String channelDatabase) {
        if (!jobs.channelDatabases().contains(channelDatabase)) {
            throw HqProblem.CHANNEL_DATABASE_NOT_FOUND.problem();
        }
        var run = JobCommand.of(channelDatabase, BatchJobSettings.P_0001, JobCommand.Action.RUN, null, clock.instant());
        distribution.append(List.of(distribution.command(run)));
    }
}
