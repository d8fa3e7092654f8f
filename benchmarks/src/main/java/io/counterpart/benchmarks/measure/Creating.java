package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;

import io.counterpart.benchmarks.tool.ClosedLoop;
import io.counterpart.benchmarks.tool.LeanClient;
import io.counterpart.stack.client.DemoTokens;

/** A till that creates one customer after the other. */
record Creating(LeanClient client, Bodies bodies) implements ClosedLoop.Client {

    static Creating at(URI channel, Bodies bodies) throws IOException {
        return new Creating(LeanClient.withToken(channel, DemoTokens.POS_HARBOR), bodies);
    }

    @Override
    public void once(long number) throws IOException {
        int status = client.send("POST", "/api/v1/customers", bodies.body(number));
        if (status != 201) {
            throw new IOException("A create was answered with %d".formatted(status));
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
