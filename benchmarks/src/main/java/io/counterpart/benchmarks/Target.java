package io.counterpart.benchmarks;

import java.net.URI;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.DemoTokens;
import io.counterpart.stack.client.HqClient;
import io.counterpart.stack.process.StackPort;

/**
 * The system under measurement.
 *
 * @param database the JDBC URL of the channel database
 */
public record Target(ChannelClient till, HqClient hq, String database) {

    public static Target of(LocalStack stack) {
        return new Target(stack.harbor(), stack.hq(), stack.jdbcUrl("channel_harbor"));
    }

    /** The running stack on the default ports. */
    static Target usual() {
        return new Target(
                new ChannelClient(at(StackPort.HARBOR), DemoTokens.POS_HARBOR),
                new HqClient(at(StackPort.HQ), DemoTokens.HQ_ADMIN),
                "jdbc:postgresql://127.0.0.1:%d/channel_harbor".formatted(StackPort.POSTGRES.usual()));
    }

    private static URI at(StackPort port) {
        return URI.create("http://127.0.0.1:" + port.usual());
    }
}
