package io.counterpart.endtoend.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of PromQL reads: enough of the language for the rules and dashboards of this repository.
 *
 * @param selectors the metrics
 * @param grouping the labels by which it groups or joins
 */
public record PromQuery(List<Selector> selectors, Set<String> grouping) {

    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final Pattern SELECTOR =
            Pattern.compile("(?<![\\w.:\"])([a-zA-Z_:][\\w:]*)\\s*(\\{[^}]*})?(?!\\s*\\(|[\\w:])");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
    private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /** Any value, but not none. */
    public static final Pattern SOME = Pattern.compile(".+");

    public static PromQuery of(String expression) {
        var grouping = new TreeSet<String>();
        GROUPING.matcher(expression)
                .results()
                .flatMap(group -> Pattern.compile("\\s*,\\s*").splitAsStream(group.group(1)))
                .filter(label -> !label.isBlank())
                .forEach(grouping::add);
        String rest =
                RANGE.matcher(GROUPING.matcher(expression).replaceAll(" ")).replaceAll(" ");
        var selectors = new ArrayList<Selector>();
        Matcher selector = SELECTOR.matcher(rest);
        while (selector.find()) {
            if (!KEYWORDS.contains(selector.group(1))) {
                String labels = selector.group(2) == null ? "" : selector.group(2);
                selectors.add(new Selector(selector.group(1), labels(labels)));
            }
        }
        return new PromQuery(selectors, grouping);
    }

    // A dashboard's variable can be anything; of an exclusion only the label counts.
    private static Map<String, Pattern> labels(String text) {
        var labels = new HashMap<String, Pattern>();
        MATCHER.matcher(text).results().forEach(label -> {
            String value = label.group(3).startsWith("$") ? ".*" : label.group(3);
            labels.put(
                    label.group(1),
                    switch (label.group(2)) {
                        case "=" -> Pattern.compile(value.equals(".*") ? value : Pattern.quote(value));
                        case "=~" -> Pattern.compile(value);
                        default -> Pattern.compile(".*");
                    });
        });
        return labels;
    }

    /** A metric with the labels that it has to have. */
    public record Selector(String metric, Map<String, Pattern> labels) {}
}
