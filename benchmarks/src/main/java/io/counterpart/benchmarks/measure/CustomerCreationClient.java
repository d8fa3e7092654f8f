package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;

import io.counterpart.benchmarks.tool.ClosedLoop;
import io.counterpart.benchmarks.tool.RawHttpClient;
import io.counterpart.stack.client.DemoTokens;

/** A client that creates customers sequentially. */
record CustomerCreationClient(RawHttpClient client, RequestBodies bodies) implements ClosedLoop.Client {

    static CustomerCreationClient at(URI channel, RequestBodies bodies) throws IOException {
        return new CustomerCreationClient(RawHttpClient.withToken(channel, DemoTokens.POS_HARBOR), bodies);
    }

    @Override
    public void run(long number) throws IOException {
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
