package io.counterpart.hq.requests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import io.counterpart.testsupport.requests.PercentEncoding;
import io.counterpart.testsupport.requests.RawHttpClient;
import io.counterpart.testsupport.requests.RawRequest;
import io.counterpart.testsupport.requests.RawResponse;

/** The session of an administrator, which is started again when it has ended. */
final class PageSession {

    private static final String USER = "admin";

    private final RawHttpClient client;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    PageSession(RawHttpClient client) {
        this.client = client;
        signIn();
    }

    void signIn() {
        RawResponse page = client.send(RawRequest.get("/sign-in"));
        cookies.clear();
        keepCookies(page);
        token = tokenOf(Jsoup.parse(page.body()));
        RawResponse signedIn = post(
                "/sign-in", "username=%s&password=%s&_csrf=%s".formatted(USER, USER, PercentEncoding.encoded(token)));
        if (!signedIn.header("Location").endsWith("/")) {
            throw new IllegalStateException("Could not sign in: " + signedIn);
        }
        keepCookies(signedIn);
        RawResponse jobs = client.send(RawRequest.get("/jobs", "Cookie: " + cookie()));
        keepCookies(jobs);
        token = tokenOf(Jsoup.parse(jobs.body()));
    }

    Document get(String target) {
        return Jsoup.parse(
                client.send(RawRequest.get(target, "Cookie: " + cookie())).body());
    }

    private RawResponse post(String path, String form) {
        return client.send(new RawRequest(
                "POST", path, List.of("Cookie: " + cookie(), "Content-Type: application/x-www-form-urlencoded"), form));
    }

    String cookie() {
        return cookies.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    /** The token against CSRF. */
    String token() {
        return token;
    }

    // As a browser: the last cookie of a name, and an empty one deletes it.
    private void keepCookies(RawResponse response) {
        for (String line : response.headers()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("set-cookie:")) {
                String[] cookie = line.substring("set-cookie:".length())
                        .strip()
                        .split(";", 2)[0]
                        .split("=", 2);
                if (cookie[1].isEmpty()) {
                    cookies.remove(cookie[0]);
                } else {
                    cookies.put(cookie[0], cookie[1]);
                }
            }
        }
    }

    private static String tokenOf(Document page) {
        return page.select("input[name=_csrf]").attr("value");
    }
}
