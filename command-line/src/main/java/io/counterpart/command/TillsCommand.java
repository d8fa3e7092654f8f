package io.counterpart.command;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The tills that send heartbeats. */
@Command(
        name = "tills",
        description = "Lists tills. Exit code 1: some need attention.",
        mixinStandardHelpOptions = true)
final class TillsCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Session session;

    @Option(names = "--attention", description = "Only those that need attention.")
    private boolean attention;

    @Option(names = "--channel", description = "Of this channel.")
    private @Nullable String channel;

    @Option(names = "--limit", defaultValue = "200", description = "At most this many (default: 200).")
    private int limit;

    @Override
    public Integer call() {
        var items = HqApi.JSON.createArrayNode();
        session.hq()
                .forEach(
                        "/api/v1/tills",
                        Session.query("channel", channel, "attention", attention ? "true" : null),
                        limit,
                        items::add);
        session.list(
                items,
                "device",
                "channel",
                "heard=heardAt",
                "unsent",
                "refused",
                "oldest unsent=oldestUnsentAt",
                "issues",
                "version");
        return items.valueStream().allMatch(it -> it.path("issues").isEmpty()) ? ExitCode.DONE : ExitCode.ATTENTION;
    }
}
