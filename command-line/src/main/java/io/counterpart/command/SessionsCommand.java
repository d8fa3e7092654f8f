package io.counterpart.command;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The data sync sessions. */
@Command(
        name = "sessions",
        description = "Lists upload sessions, or download sessions, the newest first.",
        mixinStandardHelpOptions = true)
final class SessionsCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Session session;

    @Option(names = "--downloads", description = "Download sessions.")
    private boolean downloads;

    @Option(names = "--channel-database", description = "Of this channel database.")
    private @Nullable String channelDatabase;

    @Option(names = "--limit", defaultValue = "20", description = "At most this many (default: 20).")
    private int limit;

    @Override
    public Integer call() {
        session.list(
                downloads ? "/api/v1/download-sessions" : "/api/v1/upload-sessions",
                Session.query("channelDatabase", channelDatabase),
                limit,
                "started=startedAt",
                "channelDatabase",
                "job",
                "status",
                "rows",
                "from=counterFrom",
                "to=counterTo",
                "message");
        return ExitCode.DONE;
    }
}
