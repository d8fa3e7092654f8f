package io.counterpart.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Sends all customers to a channel database again. */
@Command(
        name = "resend",
        description = "Sends all customers to a channel database again by job 1010 (full resync).",
        mixinStandardHelpOptions = true)
final class ResendCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 1000;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Session session;

    @Parameters(paramLabel = "<channel database>")
    @SuppressWarnings("NullAway.Init")
    private String channelDatabase;

    @Option(names = "--wait", description = "Wait until HQ has published all customers.")
    private boolean wait;

    @Override
    public Integer call() {
        HqApi hq = session.hq();
        String path = "/api/v1/channel-databases/" + HqApi.encoded(channelDatabase) + "/resend";
        JsonNode state = hq.post(path, null);
        if (wait) {
            state = finished(hq, path, state);
        }
        session.show(state);
        return ExitCode.DONE;
    }

    private JsonNode finished(HqApi hq, String path, JsonNode begun) {
        JsonNode state = begun;
        try (Progress progress = Progress.of("Customers", -1, session.json())) {
            while (state.path("finishedAt").isNull() || state.path("finishedAt").isMissingNode()) {
                Thread.sleep(PAUSE_MILLIS);
                state = hq.get(path);
                progress.at(state.path("customers").asLong(), -1);
            }
            return state;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(ExitCode.NO_ANSWER, "Interrupted. HQ continues with the resend.");
        }
    }
}
