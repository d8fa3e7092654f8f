package io.counterpart.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;
import io.counterpart.stack.process.StackException;

/** Waits until the channels run the configuration from HQ: before that they accept no token. */
final class ConfigurationWait {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);

    private final LocalStack stack;

    ConfigurationWait(LocalStack stack) {
        this.stack = stack;
    }

    void await() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        for (String database : stack.channelDatabases()) {
            for (ChannelClient client : clients(database)) {
                while (!answers(client)) {
                    if (System.nanoTime() > deadline) {
                        throw new StackException(
                                ("Channel service %s did not receive its configuration (jobs 1070 and 1110) within %d "
                                                + "seconds. Check its log and the log of HQ in %s.")
                                        .formatted(
                                                database,
                                                LIMIT.toSeconds(),
                                                stack.data().resolve("logs")));
                    }
                    pause();
                }
            }
        }
    }

    private List<ChannelClient> clients(String database) {
        return database.equals("harbor") ? List.of(stack.harbor(), stack.station()) : List.of(stack.online());
    }

    private static boolean answers(ChannelClient client) {
        try {
            HttpResult running = client.configuration();
            // Once 1070 is applied, the channel responds; 1110 brings the features that it may use.
            return running.status() == 200
                    && running.body().path("versions").path("1110").isObject();
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for the configuration of the channels.", e);
        }
    }
}
