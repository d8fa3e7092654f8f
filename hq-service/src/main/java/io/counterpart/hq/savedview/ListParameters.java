package io.counterpart.hq.savedview;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Reads and writes the query strings of lists. */
final class ListParameters {

    static final String COLUMNS = "columns";
    static final String VIEW = "view";

    private static final int LONGEST_QUERY = 2000;
    private static final int LONGEST_VALUE = 400;

    private ListParameters() {}

    /** The parameters with these names, sorted by name; empty and unreadable ones are left out. */
    static Map<String, String> read(@Nullable String query, Set<String> names) {
        var parameters = new TreeMap<String, String>();
        all(query).forEach((name, value) -> {
            if (names.contains(name)) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }

    static Map<String, String> all(@Nullable String query) {
        var parameters = new LinkedHashMap<String, String>();
        if (query == null || query.length() > LONGEST_QUERY) {
            return parameters;
        }
        for (String pair : query.replaceFirst("^\\?", "").split("&", -1)) {
            int end = pair.indexOf('=');
            String value = end < 0 ? "" : decoded(pair.substring(end + 1));
            if (!value.isBlank() && isStorable(value)) {
                parameters.put(pair.substring(0, end), value);
            }
        }
        return parameters;
    }

    /** The query string, or nothing if there are no parameters. */
    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static boolean isStorable(String value) {
        return value.length() <= LONGEST_VALUE
                && value.chars().noneMatch(it -> Character.isISOControl(it) || Character.isSurrogate((char) it));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
