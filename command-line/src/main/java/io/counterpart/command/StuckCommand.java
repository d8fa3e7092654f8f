package io.counterpart.command;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The customers that have been pending for too long, with the stage and who acts. */
@Command(
        name = "stuck",
        description = "Lists customers that have been pending for too long. Exit code 1: there are some.",
        mixinStandardHelpOptions = true)
final class StuckCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Session session;

    @Option(names = "--channel-database", description = "Of this channel database.")
    private @Nullable String channelDatabase;

    @Option(names = "--limit", defaultValue = "100", description = "At most this many (default: 100).")
    private int limit;

    @Override
    public Integer call() {
        int found = session.list(
                "/api/v1/stuck-customers",
                Session.query("channelDatabase", channelDatabase),
                limit,
                "customer=asyncCustomerId",
                "channelDatabase",
                "since",
                "stage",
                "actor",
                "action=remedy",
                "reason");
        return found == 0 ? ExitCode.DONE : ExitCode.ATTENTION;
    }
}
