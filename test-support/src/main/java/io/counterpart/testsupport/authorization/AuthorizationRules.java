package io.counterpart.testsupport.authorization;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Declares who may call which endpoints, independently of the configuration of the service. A line has a method or
 * {@code *}, a path pattern, and the callers: {@code everyone}, {@code TILL}, {@code VIEWER+} (that role and the higher
 * ones) or {@code TILL=own/404} (with another cell than {@code yes}). The first line that matches an endpoint counts;
 * callers that it does not name are denied.
 */
public final class AuthorizationRules {

    public static final String YES = "yes";

    private final List<Rule> rules;
    private final BiFunction<Endpoint, TableCaller, String> denial;
    private final Set<Rule> used = new HashSet<>();

    private AuthorizationRules(List<Rule> rules, BiFunction<Endpoint, TableCaller, String> denial) {
        this.rules = rules;
        this.denial = denial;
    }

    /**
     * Reads the rules.
     *
     * @param denial the cell of a caller that no rule permits
     */
    public static AuthorizationRules parse(String text, BiFunction<Endpoint, TableCaller, String> denial) {
        return new AuthorizationRules(
                text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(Rule::parse)
                        .toList(),
                denial);
    }

    /** The expected cell, or a question mark if no rule covers the endpoint. */
    String cell(Endpoint endpoint, TableCaller caller) {
        return rules.stream()
                .filter(rule -> rule.covers(endpoint))
                .findFirst()
                .map(rule -> {
                    used.add(rule);
                    return rule.cells.getOrDefault(caller, denial.apply(endpoint, caller));
                })
                .orElse("?");
    }

    boolean covers(Endpoint endpoint) {
        return rules.stream().anyMatch(rule -> rule.covers(endpoint));
    }

    /** The lines that have matched no endpoint so far. */
    Stream<String> unused() {
        return rules.stream().filter(rule -> !used.contains(rule)).map(Rule::line);
    }

    /** A line. */
    private record Rule(String line, String method, Pattern path, Map<TableCaller, String> cells) {

        static Rule parse(String line) {
            String[] parts = line.split("\\s+", 3);
            var cells = new EnumMap<TableCaller, String>(TableCaller.class);
            for (String caller : parts[2].split(",\\s*", -1)) {
                String[] cell = caller.split("=", 2);
                callers(cell[0]).forEach(each -> cells.put(each, cell.length == 1 ? YES : cell[1]));
            }
            return new Rule(line, parts[0], path(parts[1]), cells);
        }

        boolean covers(Endpoint endpoint) {
            return (method.equals("*") || method.equals(endpoint.method()))
                    && path.matcher(endpoint.key()).matches();
        }

        private static Stream<TableCaller> callers(String name) {
            if (name.equals("everyone")) {
                return Stream.of(TableCaller.values());
            }
            if (name.endsWith("+")) {
                var lowest = TableCaller.valueOf(name.substring(0, name.length() - 1));
                return Stream.of(TableCaller.values()).filter(role -> role.compareTo(lowest) >= 0);
            }
            return Stream.of(TableCaller.valueOf(name));
        }

        // A pattern that ends with /** includes the path without the slash.
        private static Pattern path(String pattern) {
            boolean below = pattern.endsWith("/**");
            String path = below ? pattern.substring(0, pattern.length() - "/**".length()) : pattern;
            String quoted = String.join(
                    "[^/]*",
                    Arrays.stream(path.split("\\*", -1)).map(Pattern::quote).toList());
            return Pattern.compile(below ? quoted + "(/.*)?" : quoted);
        }
    }
}
