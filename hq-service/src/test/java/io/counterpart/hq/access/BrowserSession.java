package io.counterpart.hq.access;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.counterpart.testsupport.authorization.Credentials;

/** Signs in with the form, like a browser. */
final class BrowserSession {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    BrowserSession(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** The cookies and the CSRF token of a browser that shows the sign-in page. */
    Credentials anonymous() {
        HttpResponse<String> page = send("/sign-in", BodyPublishers.noBody(), "GET", "");
        return Credentials.session(header(), csrf(page));
    }

    Credentials signIn(String username, String password) {
        String csrf = csrf(send("/sign-in", BodyPublishers.noBody(), "GET", ""));
        String form =
                "username=%s&password=%s".formatted(username, URLEncoder.encode(password, StandardCharsets.UTF_8));
        send("/sign-in", BodyPublishers.ofString(form), "POST", csrf);
        HttpResponse<String> page = send("/account", BodyPublishers.noBody(), "GET", "");
        return Credentials.session(header(), csrf(page));
    }

    private HttpResponse<String> send(String path, BodyPublisher body, String method, String csrf) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-CSRF-TOKEN", csrf)
                .header("Cookie", header());
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").stream()
                    .flatMap(header -> HttpCookie.parse(header).stream())
                    .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // Deleted cookies are empty.
    private String header() {
        return cookies.entrySet().stream()
                .filter(cookie -> !cookie.getValue().isEmpty())
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String csrf(HttpResponse<String> page) {
        Matcher field = CSRF.matcher(page.body());
        if (!field.find()) {
            throw new IllegalStateException("No form: " + page + page.body());
        }
        return field.group(1);
    }
}
