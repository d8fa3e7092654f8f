package io.counterpart.endtoend;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HQ's pages as the browser of an administrator sees them. */
final class HqPages {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|action|hx-get)=\"([^\"]*)\"");

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    HqPages(URI address) {
        this.address = address;
    }

    void signIn(String user, String password) throws IOException {
        post("/sign-in", "/sign-in", "username", user, "password", password);
    }

    String get(String path) throws IOException {
        return send(HttpRequest.newBuilder(address.resolve(path)));
    }

    /** The value of the header that makes another client continue this session. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(it -> it.getName() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Sends a form with the token that its page contains. */
    String post(String page, String action, String... fields) throws IOException {
        var token = TOKEN.matcher(get(page));
        var form = new StringBuilder("_csrf=").append(token.find() ? encoded(token.group(1)) : "");
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(address.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** What a browser would request, and proxies would log. */
    static List<String> addressesIn(String page) {
        return ADDRESS.matcher(page)
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
