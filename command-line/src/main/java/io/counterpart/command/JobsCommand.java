package io.counterpart.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The batch jobs: what holds the synchronization up, and the switch that lets it go on. */
@Command(name = "jobs", description = "Lists, runs, holds and releases batch jobs.")
final class JobsCommand extends CommandGroup {

    private static final String JOBS = "/api/v1/batch-jobs";

    @Command(name = "list", description = "Lists all jobs.", mixinStandardHelpOptions = true)
    int list(@Mixin Session session) {
        session.list(
                session.hq().get(JOBS).path("items"),
                "job",
                "status",
                "held",
                "lastRun",
                "nextRun",
                "recurrence",
                "title");
        return ExitCode.DONE;
    }

    @Command(
            name = "run",
            description = "Runs a job now. HQ answers when the run has begun; P-0001 is a command to the channels.",
            mixinStandardHelpOptions = true)
    int run(@Mixin Session session, @Parameters(paramLabel = "<job>") String job) {
        return act(session, job, "run");
    }

    @Command(name = "hold", description = "Puts a job on hold, until it is released.", mixinStandardHelpOptions = true)
    int hold(@Mixin Session session, @Parameters(paramLabel = "<job>") String job) {
        return act(session, job, "hold");
    }

    @Command(name = "release", description = "Releases a job.", mixinStandardHelpOptions = true)
    int release(@Mixin Session session, @Parameters(paramLabel = "<job>") String job) {
        return act(session, job, "release");
    }

    private static int act(Session session, String job, String action) {
        session.show(session.hq().post(JOBS + "/" + HqApi.encoded(job) + "/" + action, null));
        return ExitCode.DONE;
    }
}
