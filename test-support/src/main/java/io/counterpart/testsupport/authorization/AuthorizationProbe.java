package io.counterpart.testsupport.authorization;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends requests and says what they show: that the caller was let through, or how it was denied. */
final class AuthorizationProbe {

    private static final String SIGN_IN_PAGE = "sign-in";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * The cell of one request.
     *
     * @param hidesOthers whether the request is about an existing object, so that 404 denies access to it
     */
    String cell(Endpoint endpoint, int port, ProbeRequest request, Credentials credentials, boolean hidesOthers) {
        HttpResponse<InputStream> response = send(port, request, credentials);
        int status = response.statusCode();
        String handler = response.headers().firstValue(HandlerHeader.NAME).orElse("");
        boolean let = endpoint.handled() ? handler.equals(endpoint.pattern()) : handler.isEmpty();
        if (status >= 500 && status != 503) {
            return "error " + status;
        }
        if (status == 401 || status == 403) {
            return Integer.toString(status);
        }
        if (isSignInPage(response)) {
            return SIGN_IN_PAGE;
        }
        if (status == 404 && (hidesOthers || !endpoint.handled())) {
            return "404";
        }
        return let ? AuthorizationRules.YES : "status %d without a handler".formatted(status);
    }

    // The page also has parameters that follow an attempt to sign in, or a sign-out.
    private static boolean isSignInPage(HttpResponse<?> response) {
        String location = response.headers().firstValue("Location").orElse("");
        return response.statusCode() == 302 && location.matches(".*/sign-in([?]expired)?");
    }

    private HttpResponse<InputStream> send(int port, ProbeRequest request, Credentials credentials) {
        var builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + request.path()))
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(builder::header);
        credentials.headers().forEach(builder::header);
        try {
            HttpResponse<InputStream> response = http.send(builder.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                // The end of an event stream is not awaited.
                if (!response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")) {
                    body.readAllBytes();
                }
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
