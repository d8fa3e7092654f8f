package io.counterpart.hq.requests;

import java.util.List;

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
    private String cookie = "";
    private String token = "";

    PageSession(RawHttpClient client) {
        this.client = client;
        signIn();
    }

    void signIn() {
        RawResponse page = client.send(RawRequest.get("/sign-in"));
        cookie = cookieOf(page);
        token = tokenOf(Jsoup.parse(page.body()));
        RawResponse signedIn = post(
                "/sign-in", "username=%s&password=%s&_csrf=%s".formatted(USER, USER, PercentEncoding.encoded(token)));
        if (!signedIn.header("Location").endsWith("/")) {
            throw new IllegalStateException("Could not sign in: " + signedIn);
        }
        cookie = cookieOf(signedIn);
        token = tokenOf(get("/jobs"));
    }

    Document get(String target) {
        return Jsoup.parse(
                client.send(RawRequest.get(target, "Cookie: " + cookie)).body());
    }

    private RawResponse post(String path, String form) {
        return client.send(new RawRequest(
                "POST", path, List.of("Cookie: " + cookie, "Content-Type: application/x-www-form-urlencoded"), form));
    }

    String cookie() {
        return cookie;
    }

    /** The token against CSRF. */
    String token() {
        return token;
    }

    private static String cookieOf(RawResponse response) {
        return response.header("Set-Cookie").split(";", 2)[0];
    }

    private static String tokenOf(Document page) {
        return page.select("input[name=_csrf]").attr("value");
    }
}
