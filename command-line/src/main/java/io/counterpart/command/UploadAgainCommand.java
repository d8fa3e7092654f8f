package io.counterpart.command;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Requests uploads again that HQ does not have. */
@Command(
        name = "upload-again",
        description = "Requests a channel database to upload again what HQ does not have, or a span of its log.",
        mixinStandardHelpOptions = true)
final class UploadAgainCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Session session;

    @Parameters(paramLabel = "<channel database>")
    @SuppressWarnings("NullAway.Init")
    private String channelDatabase;

    @Option(names = "--from", description = "First replication counter of the span.")
    private @Nullable Long from;

    @Option(names = "--to", description = "Last replication counter of the span.")
    private @Nullable Long to;

    @Override
    public Integer call() {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("channelDatabase", channelDatabase);
        body.put("counterFrom", from);
        body.put("counterTo", to);
        session.show(session.hq().post("/api/v1/upload-sessions/rerun", body));
        return ExitCode.DONE;
    }
}
