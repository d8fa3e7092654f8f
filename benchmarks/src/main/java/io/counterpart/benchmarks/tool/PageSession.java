package io.counterpart.benchmarks.tool;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A user's session on HQ's pages. */
public final class PageSession {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private PageSession() {}

    /**
     * Signs in and returns the cookies that a browser then sends; on a local stack the password equals the user name.
     */
    public static String as(String user, URI hq) throws IOException, InterruptedException {
        var cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        URI signIn = hq.resolve("/sign-in");
        String page = browser.send(HttpRequest.newBuilder(signIn).build(), BodyHandlers.ofString())
                .body();
        String csrf = CSRF.matcher(page)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow(() -> new IOException("The sign-in page has no form"));
        HttpRequest form = HttpRequest.newBuilder(signIn)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%1$s&password=%1$s&_csrf=%2$s".formatted(user, csrf)))
                .build();
        browser.send(form, BodyHandlers.discarding());
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
