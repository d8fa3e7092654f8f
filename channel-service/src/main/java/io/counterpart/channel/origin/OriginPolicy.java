package io.counterpart.channel.origin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Decides whether the page that sent a request may call the API for a channel. */
@Component
public class OriginPolicy {

    // As a browser sends an origin: lower case, without a default port and a path. No wildcard and no "null" matches.
    private static final String PORT = "(:\\d{1,5})?";
    private static final Pattern HTTPS = Pattern.compile("https://(?!.*:443$)[a-z0-9-]+(\\.[a-z0-9-]+)*" + PORT);
    private static final Pattern LOOPBACK = Pattern.compile("http://(?!.*:80$)(localhost|127\\.0\\.0\\.1)" + PORT);

    private static final String INVALID = "counterpart.cors.origins of %s: \"%s\" is not an origin as a browser sends "
            + "it, such as https://till.example.com. Profile local also permits http://localhost and http://127.0.0.1.";

    // An environment variable has the name of the channel in lower case.
    private final Map<String, List<String>> byChannel = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    OriginPolicy(CorsProperties properties, Environment environment) {
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        properties.origins().forEach((channel, origins) -> {
            origins.forEach(origin -> check(channel, origin, local));
            byChannel.put(channel, List.copyOf(origins));
        });
    }

    private static void check(String channel, String origin, boolean local) {
        boolean valid = HTTPS.matcher(origin).matches()
                || (local && LOOPBACK.matcher(origin).matches());
        if (!valid) {
            throw new IllegalArgumentException(INVALID.formatted(channel, origin));
        }
    }

    /** Whether the request was sent by a page of this service, by a page that the channel lists, or by no page. */
    public boolean permits(HttpServletRequest request, String channel) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null
                || RequestOrigin.of(request) == RequestOrigin.SAME
                || byChannel.getOrDefault(channel, List.of()).contains(origin);
    }

    /** Whether any channel lists the origin: a preflight request has no token, so its channel is unknown. */
    boolean isListed(String origin) {
        return byChannel.values().stream().flatMap(Collection::stream).anyMatch(origin::equals);
    }
}
