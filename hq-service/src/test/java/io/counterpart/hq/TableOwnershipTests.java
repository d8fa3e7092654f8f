package io.counterpart.hq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Each table is written by one package: by statements in the SQL of its classes, or by its entities. */
class TableOwnershipTests {

    private static final Path SOURCES = Path.of("src/main/java/io/counterpart/hq");

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"\\R(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"", Pattern.DOTALL);

    private static final Pattern WRITE = Pattern.compile(
            "\\binsert\\s+into\\s+(\\w+)|\\bdelete\\s+from\\s+(\\w+)|\\bupdate\\s+(\\w+)(?:\\s+as\\s+\\w+)?\\s+set\\b");

    private static final Pattern ENTITY = Pattern.compile("@Table\\(name = \"(\\w+)\"\\)");

    // Tables that more than one package writes, with the reason.
    private static final Map<String, Set<String>> SHARED = Map.ofEntries(
            // The purge deletes an operation from all its tables, in one transaction and in the order of their keys.
            // The erasure of a customer empties or deletes what all tables have of it, in one transaction.
            Map.entry("operation_attempt", Set.of("privacy", "purge", "synchronization")),
            // An edit stores the replaced payload; the purge deletes it with the operation.
            Map.entry("operation_edit", Set.of("operation", "privacy", "purge")),
            // Staging inserts the row, the conversion may change its number, the purge deletes it.
            Map.entry("async_operation", Set.of("purge", "staging", "synchronization")),
            // Staging empties the rows of erased customers, the purge deletes them.
            Map.entry("retailasynccustomerv2", Set.of("purge", "staging")),
            Map.entry("retailasyncaddressv2", Set.of("purge", "staging")),
            Map.entry("retailasynccustomercontact", Set.of("purge", "staging")),
            Map.entry("retailasynccustomeraffiliation", Set.of("purge", "staging")),
            Map.entry("retailasynccustomerattributev2", Set.of("purge", "staging")),
            // The version guards an edit against a run of the conversion; a recovery reopens operations that a restore
            // lost.
            Map.entry("open_operation", Set.of("operation", "privacy", "recovery", "synchronization")),
            Map.entry("skipped_operation", Set.of("privacy", "synchronization")),
            Map.entry("realtime_operation", Set.of("privacy", "synchronization")),
            // An erasure and the purge delete what is kept of a merge.
            Map.entry("customer_merge", Set.of("merge", "privacy", "purge")),
            Map.entry("customer_address", Set.of("master", "privacy")),
            Map.entry("customer_contact", Set.of("master", "privacy")),
            Map.entry("sales_order", Set.of("order", "privacy")),
            Map.entry("customer_note", Set.of("note", "privacy")),
            Map.entry("duplicate_key", Set.of("duplicatepair", "privacy")),
            Map.entry("duplicate_scan_customer", Set.of("duplicatepair", "privacy")),
            Map.entry("duplicate_pair", Set.of("duplicatepair", "privacy")),
            Map.entry("recovery_customer", Set.of("privacy", "recovery")),
            Map.entry("pending_customer", Set.of("privacy", "session")),
            Map.entry("dead_letter", Set.of("deadletter", "privacy")),
            Map.entry("bulk_repair", Set.of("operation", "privacy")),
            Map.entry("bulk_repair_item", Set.of("operation", "privacy")),
            Map.entry("bulk_repair_failure", Set.of("operation", "privacy")),
            Map.entry("failure_note", Set.of("operation", "privacy")),
            Map.entry("saved_view", Set.of("privacy", "savedview")),
            Map.entry("batch_job_run", Set.of("job", "privacy")),
            Map.entry("download_session", Set.of("privacy", "session")),
            // Sessions are stored as the channels report them; the check marks those whose records are missing.
            Map.entry("upload_session", Set.of("privacy", "reconciliation", "session")),
            // Samples and silent tills expire with everything else.
            Map.entry("statistics_sample", Set.of("purge", "statistics")),
            Map.entry("till", Set.of("purge", "till")),
            // Publicly known tokens, only under the profile local; the authentication records the use.
            Map.entry("device_token", Set.of("demo", "device", "security")));

    @Test
    void eachTableIsWrittenByOnePackage() throws IOException {
        var shared = new TreeMap<String, Set<String>>();
        writers().forEach((table, packages) -> {
            if (packages.size() > 1) {
                shared.put(table, packages);
            }
        });

        assertThat(shared).isEqualTo(new TreeMap<>(SHARED));
    }

    @Test
    void findsStatementsInAllTheirForms() {
        assertThat(tables("""
                        class A {
                            // update comments set a = 1
                            String a = "delete from one where id = 1";
                            String b = \"""
                                insert into two (id) values (1) on conflict (id) do update set id = 2
                                \""";
                            String c = "update three as t set a = 1";
                            String d = "select 1 from four for update skip locked";
                        }
                        @Table(name = "five") class B {}
                        """)).containsExactly("five", "one", "three", "two");
    }

    private static Map<String, Set<String>> writers() throws IOException {
        var writers = new TreeMap<String, Set<String>>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                String owner = SOURCES.relativize(file).getName(0).toString();
                tables(Files.readString(file))
                        .forEach(table -> writers.computeIfAbsent(table, it -> new TreeSet<>())
                                .add(owner));
            }
        }
        assertThat(writers).hasSizeGreaterThan(30);
        return writers;
    }

    private static Set<String> tables(String source) {
        var tables = new TreeSet<String>();
        LITERAL.matcher(source)
                .results()
                .flatMap(literal -> WRITE.matcher(literal.group()).results())
                .map(TableOwnershipTests::table)
                .forEach(tables::add);
        ENTITY.matcher(source).results().map(it -> it.group(1)).forEach(tables::add);
        return tables;
    }

    private static String table(MatchResult write) {
        return Stream.of(1, 2, 3)
                .map(write::group)
                .filter(it -> it != null)
                .findFirst()
                .orElseThrow();
    }
}
