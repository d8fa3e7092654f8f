package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.counterpart.benchmarks.tool.LeanClient;
import io.counterpart.benchmarks.tool.OpenLoop;

/** A request that reads something, and of which kind it is. */
record Request(String kind, String method, String path, String body) {

    static Request get(String kind, String path) {
        return new Request(kind, "GET", path, "");
    }

    static Request post(String kind, String path, String body) {
        return new Request(kind, "POST", path, body);
    }

    /** Sends these one after the other, and from the start again. */
    record Sender(LeanClient client, List<Request> requests) implements OpenLoop.Client {

        static Sender to(URI address, String token, List<Request> requests) throws IOException {
            return new Sender(LeanClient.withToken(address, token), requests);
        }

        static Sender inABrowser(URI address, String cookie, List<Request> requests) throws IOException {
            return new Sender(LeanClient.withCookie(address, cookie), requests);
        }

        @Override
        public String once(long number) throws IOException {
            Request request = requests.get((int) (number % requests.size()));
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
