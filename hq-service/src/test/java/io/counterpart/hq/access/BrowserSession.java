package io.counterpart.hq.access;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.counterpart.testsupport.authorization.Credentials;

/** Signs in with the form, like a browser. */
final class BrowserSession {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    BrowserSession(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** A session in which nobody has signed in, as that of a browser which shows the sign-in page. */
    Credentials anonymous() {
        HttpResponse<String> page = send(HttpRequest.newBuilder(URI.create(base + "/sign-in")));
        return Credentials.session(cookie(page), csrf(page));
    }

    Credentials signIn(String username, String password) {
        Credentials before = anonymous();
        String form = "username=%s&password=%s".formatted(username, URLEncoder.encode(password, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(base + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        before.headers().forEach(request::header);
        String cookie = cookie(send(request));
        HttpResponse<String> page =
                send(HttpRequest.newBuilder(URI.create(base + "/account")).header("Cookie", cookie));
        return Credentials.session(cookie, csrf(page));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .orElseThrow(() -> new IllegalStateException("No session: " + response));
    }

    private static String csrf(HttpResponse<String> page) {
        Matcher field = CSRF.matcher(page.body());
        if (!field.find()) {
            throw new IllegalStateException("No form: " + page.body());
        }
        return field.group(1);
    }
}
