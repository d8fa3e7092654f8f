package io.counterpart.endtoend.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The table of all metrics of this project in {@code docs/metrics.md}, written from what the services show. */
public final class MetricsTable {

    static final Path FILE = MonitoringFiles.ROOT.resolve("docs/metrics.md");
    private static final Pattern OWN = Pattern.compile("(counterpart|hq)_.*");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `((?:counterpart|hq)_\\w+)` \\|.*");
    private static final String HEADING = "| Metric | Type | Labels | Shown by | Meaning |\n|---|---|---|---|---|\n";
    private static final String MAXIMUM = "_max";

    private MetricsTable() {}

    /** The rows by name. */
    public static Map<String, String> documented() throws IOException {
        var rows = new TreeMap<String, String>();
        ROW.matcher(Files.readString(FILE)).results().forEach(row -> rows.put(row.group(1), row.group()));
        return rows;
    }

    /** The rows that the services of a loaded system give. */
    public static Map<String, String> of(MetricsPage hq, MetricsPage channel) {
        var rows = new TreeMap<String, String>();
        var all = MetricsPage.all(List.of(hq, channel));
        all.families().values().stream()
                .filter(family ->
                        OWN.matcher(family.name()).matches() && !family.name().endsWith(MAXIMUM))
                .forEach(family -> rows.put(family.name(), row(family, all, hq, channel)));
        return rows;
    }

    /** Replaces the table, which is the end of the file. */
    public static void write(Map<String, String> rows) throws IOException {
        String text = Files.readString(FILE);
        String before = text.substring(0, text.indexOf(HEADING.substring(0, HEADING.indexOf('\n'))));
        Files.writeString(FILE, before + HEADING + String.join("\n", rows.values()) + "\n");
    }

    private static String row(MetricsPage.Family family, MetricsPage all, MetricsPage hq, MetricsPage channel) {
        boolean atHq = hq.families().containsKey(family.name());
        boolean inChannel = channel.families().containsKey(family.name());
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        family.name(),
                        family.type(),
                        String.join(
                                ", ",
                                all.labelsOf(family.name()).stream()
                                        .filter(it -> !atHq || !inChannel || !it.equals("channel_database"))
                                        .map(it -> "`" + it + "`")
                                        .toList()),
                        atHq && inChannel ? "both" : atHq ? "HQ" : "channel",
                        family.description());
    }
}
