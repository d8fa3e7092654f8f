package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.stack.client.DemoTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers are imported by the command line, which is killed in the middle and run again, and are exported as they were. */
class CommandLineImportScenario extends RuleScenario {

    // More than may wait for 1010: while 1010 is on hold, the import stops between its first and last record.
    private static final int GOOD = 8_000;
    private static final String CUSTOMERS_1010 = "1010";
    private static final int KILLED = 128 + 9;

    private final String prefix = "L" + name.substring(name.length() - 6) + "-";

    @TempDir
    Path directory;

    @Test
    void aCommandThatIsKilledIsRunAgainAndEveryGoodRecordIsImportedOnce() throws IOException {
        Path file = file();
        String[] command = {"import", "customers", file.toString(), "--map", "Ref=accountNumber"};
        administration.hold(CUSTOMERS_1010);
        try (var first = start(command)) {
            eventually().until(() -> imports(file).size() == 1 && created(file) > 0);
            assertThat(first.killed().exitCode()).isEqualTo(KILLED);
        }
        assertThat(imports(file).get(0).path("status").asString()).isEqualTo("RUNNING");

        try (var ended = start(command)) {
            eventually().until(() -> ended.messages().contains("Continuing it"));
            ended.process().destroy();
            assertThat(ended.ended().messages()).contains("HQ continues with import", "--continue");
        }
        try (var second = start(command)) {
            eventually().until(() -> second.messages().contains("Continuing it"));
            administration.release(CUSTOMERS_1010);
            assertThat(second.ended().expect(1).output())
                    .startsWith("Processed 8002 records: 8000 imported, 0 already at HQ, 2 refused.")
                    .containsPattern("\n2 +Ref +")
                    .containsPattern("\n8003 +Mail +" + number(GOOD + 1));
        }

        assertThat(imports(file)).hasSize(1);
        assertThat(databases.count("hq", "select count(*) from customer where account_number like ?", prefix + "%"))
                .isEqualTo(GOOD);
        assertThat(run(command).expect(1).output()).contains("0 imported, 8000 already at HQ, 2 refused");
        assertThat(exported()).containsExactlyElementsOf(good());
    }

    @Test
    void aFileIsCheckedCorrectedAndImported() throws IOException {
        String lee = number(1) + ",Ann,Lee,ann@example.com\n";
        Path file = Files.writeString(
                directory.resolve(name + ".csv"),
                "Customer no,First name,Surname,E-mail\n" + lee + number(2) + ",Bob,Moe,bob(at)example.com\n");
        Path report = directory.resolve("report.csv");

        var checked = run("import", "customers", file.toString(), "--dry-run").expect(1);
        assertThat(checked.output())
                .startsWith("Checked 2 records: 1 to be imported, 0 already at HQ, 1 would be refused.")
                .containsPattern("\n3 +E-mail +" + number(2) + " +\\w");
        String id = imports(file).get(0).path("id").asString();
        run("import", "customers", "--continue", id, "--dry-run", "--report", report.toString())
                .expect(1);
        assertThat(report).content().contains("\n3,E-mail," + number(2) + ",");
        assertThat(run("import", "list").expect(0).output()).containsPattern(id + " +" + name + ".csv +CHECKED");
        run("import", "customers", "--cancel", id).expect(0);
        run("import", "customers", "--continue", id).expect(5);

        Files.writeString(file, "Customer no,First name,Surname,E-mail\n" + lee);
        assertThat(run("import", "customers", file.toString()).expect(0).output())
                .isEqualTo("Processed 1 record: 1 imported, 0 already at HQ, 0 refused.\n");
    }

    private Path file() throws IOException {
        return Files.write(
                directory.resolve(name + ".csv"),
                Stream.of(
                                Stream.of("Ref;First name;Surname;Mail;Street;City;Country", ";No;Number;;;;"),
                                good().stream(),
                                Stream.of(number(GOOD + 1) + ";No;Mail;no mail;;;"))
                        .flatMap(lines -> lines)
                        .toList());
    }

    private List<String> good() {
        return IntStream.rangeClosed(1, GOOD)
                .mapToObj(n -> "%s;Ann;%s %d;%s%d@example.com;Quay %d;Oslo;NOR"
                        .formatted(number(n), name, n, name, n, n % 500))
                .toList();
    }

    /** In the form of the lines that were imported, in the order of the account numbers. */
    private List<String> exported() throws IOException {
        Path file = directory.resolve("all.jsonl");
        run("export", "customers", "--output", file.toString()).expect(0);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.contains(prefix))
                    .map(line -> JsonMapper.shared().readTree(line))
                    .map(CommandLineImportScenario::line)
                    .sorted()
                    .toList();
        }
    }

    private static String line(JsonNode customer) {
        JsonNode address = customer.path("addresses").path(0);
        return String.join(
                ";",
                customer.path("accountNumber").asString(),
                customer.path("firstName").asString(),
                customer.path("lastName").asString(),
                customer.path("email").asString(),
                address.path("street").asString(),
                address.path("city").asString(),
                address.path("country").asString());
    }

    private int created(Path file) throws IOException {
        return imports(file).get(0).path("created").asInt();
    }

    private List<JsonNode> imports(Path file) throws IOException {
        return stack.hq()
                .http()
                .get("/api/v1/customer-imports")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("fileName").asString().equals(String.valueOf(file.getFileName())))
                .toList();
    }

    private String number(int n) {
        return prefix + "%08d".formatted(n);
    }

    private CommandLineRun.Started start(String... arguments) throws IOException {
        return CommandLineRun.start(environment(), arguments);
    }

    private CommandLineRun run(String... arguments) throws IOException {
        return CommandLineRun.of(environment(), arguments);
    }

    private Map<String, String> environment() {
        return Map.of(
                "COUNTERPART_HQ_URL", stack.addresses().hq().toString(), "COUNTERPART_TOKEN", DemoTokens.HQ_ADMIN);
    }
}
