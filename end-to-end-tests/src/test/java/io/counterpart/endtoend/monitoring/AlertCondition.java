package io.counterpart.endtoend.monitoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.counterpart.endtoend.monitoring.MetricsPage.Sample;
import io.counterpart.endtoend.monitoring.MonitoringFiles.Rule;

/**
 * The expression of an alert as comparisons of a metric, its highest value or its increase with a number; any other
 * expression is refused.
 */
public record AlertCondition(List<Comparison> alternatives) {

    private static final Pattern COMPARISON = Pattern.compile(
            "(max(?: by \\([\\w, ]+\\))? ?\\()?(increase\\()?(\\w+)(\\{[^}]*})?(?:\\[\\w+])?\\)* (==|>=|>|<) ([\\d.e]+)");
    private static final Pattern LABEL = Pattern.compile("(\\w+)(=~|!~|!=|=)\"([^\"]*)\"");

    /** Reads the rule from the files that Prometheus is configured to read. */
    public static AlertCondition of(String alert) throws IOException {
        Rule rule = MonitoringFiles.rules().stream()
                .filter(it -> it.alert() && it.name().equals(alert))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no alert " + alert));
        return parse(rule.expression());
    }

    static AlertCondition parse(String expression) {
        var alternatives = new ArrayList<Comparison>();
        for (String part : expression.split(" or ", -1)) {
            Matcher found = COMPARISON.matcher(part.strip());
            if (!found.matches()) {
                throw new IllegalArgumentException("Not a simple comparison: " + part);
            }
            alternatives.add(new Comparison(
                    found.group(3),
                    found.group(4) == null ? "" : found.group(4),
                    found.group(2) != null,
                    found.group(5),
                    Double.parseDouble(found.group(6))));
        }
        return new AlertCondition(alternatives);
    }

    /** The samples for which it is true; an increase is that since the earlier page. */
    public List<Sample> violations(MetricsPage before, MetricsPage now) {
        return alternatives.stream()
                .flatMap(alternative -> alternative.violations(before, now))
                .toList();
    }

    record Comparison(String metric, String labels, boolean increase, String operator, double limit) {

        Stream<Sample> violations(MetricsPage before, MetricsPage now) {
            return now.of(metric)
                    .filter(this::isSelected)
                    .filter(sample -> isTrue(increase ? sample.value() - earlier(before, sample) : sample.value()));
        }

        private boolean isSelected(Sample sample) {
            return LABEL.matcher(labels).results().allMatch(label -> {
                String value = sample.labels().getOrDefault(label.group(1), "");
                return switch (label.group(2)) {
                    case "=" -> value.equals(label.group(3));
                    case "!=" -> !value.equals(label.group(3));
                    case "=~" -> value.matches(label.group(3));
                    default -> !value.matches(label.group(3));
                };
            });
        }

        // Prometheus sees no increase in the first value of a series either.
        private double earlier(MetricsPage before, Sample sample) {
            return before.of(metric)
                    .filter(it -> it.labels().equals(sample.labels()))
                    .mapToDouble(Sample::value)
                    .findFirst()
                    .orElse(sample.value());
        }

        private boolean isTrue(double value) {
            return switch (operator) {
                case "==" -> value == limit;
                case ">=" -> value >= limit;
                case ">" -> value > limit;
                default -> value < limit;
            };
        }
    }
}
