package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.counterpart.benchmarks.tool.OpenLoop;
import io.counterpart.benchmarks.tool.RawHttpClient;

/** A read request and its kind. */
record ReadRequest(String kind, String method, String path, String body) {

    static ReadRequest get(String kind, String path) {
        return new ReadRequest(kind, "GET", path, "");
    }

    static ReadRequest post(String kind, String path, String body) {
        return new ReadRequest(kind, "POST", path, body);
    }

    /** Sends these requests in order, repeatedly. */
    record Sender(RawHttpClient client, List<ReadRequest> requests) implements OpenLoop.Client {

        static Sender to(URI address, String token, List<ReadRequest> requests) throws IOException {
            return new Sender(RawHttpClient.withToken(address, token), requests);
        }

        static Sender inABrowser(URI address, String cookie, List<ReadRequest> requests) throws IOException {
            return new Sender(RawHttpClient.withCookie(address, cookie), requests);
        }

        @Override
        public String run(long number) throws IOException {
            ReadRequest request = requests.get((int) (number % requests.size()));
            int status = client.send(request.method, request.path, request.body.getBytes(StandardCharsets.UTF_8));
            if (status != 200) {
                throw new IOException("%s %s was answered with %d".formatted(request.method, request.path, status));
            }
            return request.kind;
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }
}
