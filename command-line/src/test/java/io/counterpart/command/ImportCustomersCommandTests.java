package io.counterpart.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ImportCustomersCommandTests {

    private static final String PATH = "/api/v1/customer-imports";
    private static final String ID = "6f6b8a52-5c3a-4a51-9d0e-0c5a1f7d0001";
    private static final String ONE = PATH + "/" + ID;
    private static final String UPLOAD = "POST " + PATH + "?fileName=old.csv";
    private static final String START = "POST " + ONE + "/start";
    private static final String REPORT = "GET " + ONE + "/report?limit=50";
    private static final String CONTENT = "No;Surname;Shoe\nA1;Lee;42\nA2;;\n";
    // Of CONTENT, as sha256sum prints it.
    private static final String SHA256 = "f6f73881db2a18bee5ff6eba3c1ed2a5407a7dd6a5a0b4e3f459e0eb5b18f270";
    private static final String PROBLEMS =
            "{'items': [{'line': 3, 'accountNumber': 'A2', 'field': 'lastName', 'code': 'required', 'reason': 'A last name is required'}]}";

    @TempDir
    Path directory;

    private FakeHq hq;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        hq = new FakeHq();
        file = Files.writeString(directory.resolve("old.csv"), CONTENT);
        hq.answer("GET " + PATH, 200, "{'items': []}").answer(UPLOAD, 201, job("UPLOADED", 0, 0));
    }

    @AfterEach
    void stop() {
        hq.close();
    }

    @Test
    void aFileIsUploadedStartedAndFollowedToItsEnd() throws IOException {
        hq.answer(START, 200, job("RUNNING", 0, 0))
                .answer("GET " + ONE, 200, job("RUNNING", 1, 0))
                .answer("GET " + ONE, 503, "{}")
                .answer("GET " + ONE, 200, job("FINISHED", 2, 0));

        var run = ProgramRun.of(hq, "import", "customers", file.toString());

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.DONE);
        assertThat(run.output()).isEqualTo("Processed 2 records: 2 imported, 0 already at HQ, 0 refused.\n");
        assertThat(run.messages())
                .contains("import " + ID + ": 2 records", "not imported: Shoe", "HQ does not answer at the moment");
        assertThat(hq.body(UPLOAD)).isEqualTo(CONTENT);
        assertThat(started())
                .isEqualTo(json("{'dryRun': false, 'mapping': {'No': 'accountNumber', 'Surname': 'lastName'}}"));
    }

    @Test
    void recordsThatCannotBeImportedAreShownWithTheirColumnsAndChangeTheExitCode() throws IOException {
        hq.answer(START, 200, job("FINISHED", 1, 1)).answer(REPORT, 200, PROBLEMS);

        var run = ProgramRun.of(hq, "import", "customers", file.toString());

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.ATTENTION);
        assertThat(run.output()).isEqualTo("""
                Processed 2 records: 1 imported, 0 already at HQ, 1 refused.
                LINE  COLUMN   ACCOUNT  REASON
                3     Surname  A2       A last name is required
                """);
    }

    @Test
    void theReportIsWrittenToAFile() throws IOException {
        Path report = directory.resolve("report.csv");
        hq.answer(START, 200, job("FINISHED", 1, 1)).answer("GET " + ONE + "/report?limit=200", 200, PROBLEMS);

        var run = ProgramRun.of(hq, "import", "customers", file.toString(), "--report", report.toString());

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.ATTENTION);
        assertThat(report)
                .content()
                .isEqualTo(
                        "line,column,accountNumber,code,reason\r\n3,Surname,A2,required,A last name is required\r\n");
        assertThat(run.output()).doesNotContain("A2");
        assertThat(directory).isDirectoryNotContaining(it -> it.toString().endsWith(".part"));
    }

    @Test
    void theResultIsJsonForPrograms() throws IOException {
        hq.answer(START, 200, job("FINISHED", 1, 1)).answer(REPORT, 200, PROBLEMS);

        var run = ProgramRun.of(hq, "import", "customers", file.toString(), "--json");

        var result = HqApi.JSON.readTree(run.output());
        assertThat(result.path("status").asString()).isEqualTo("FINISHED");
        assertThat(result.path("problems").path(0).path("column").asString()).isEqualTo("Surname");
    }

    @Test
    void aDryRunChangesNothingAndSaysHowToGoOn() throws IOException {
        hq.answer(START, 200, job("CHECKING", 0, 0)).answer("GET " + ONE, 200, job("CHECKED", 2, 0));

        var run = ProgramRun.of(hq, "import", "customers", "--dry-run", file.toString());

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.DONE);
        assertThat(run.output()).startsWith("Checked 2 records: 2 to be imported");
        assertThat(run.messages()).contains("without --dry-run", "--cancel " + ID);
        assertThat(started().path("dryRun").asBoolean()).isTrue();
    }

    @Test
    void aFieldIsTakenFromTheColumnThatHadIt() throws IOException {
        hq.answer(START, 200, job("FINISHED", 2, 0));

        ProgramRun.of(hq, "import", "customers", file.toString(), "--map", "Shoe=lastName", "--map", "Surname=");

        assertThat(started().path("mapping")).isEqualTo(json("{'No': 'accountNumber', 'Shoe': 'lastName'}"));
    }

    @Test
    void allMistakesInTheMappingAreNamed() throws IOException {
        hq.answer(
                START,
                422,
                "{'detail': '2 fields are invalid: No a', 'errors': [{'detail': 'No a'}, {'detail': 'No b'}]}");

        var run = ProgramRun.of(hq, "import", "customers", file.toString(), "--map", "a=b");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.messages()).contains("2 fields are invalid", "\n  No a\n  No b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPLOADED", "CHECKED", "RUNNING"})
    void theSameCommandContinuesTheImportOfTheSameFile(String status) throws IOException {
        list(status);
        hq.answer(START, 200, job("RUNNING", 0, 0)).answer("GET " + ONE, 200, job("FINISHED", 2, 0));

        var run = ProgramRun.of(hq, "import", "customers", file.toString());

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.DONE);
        assertThat(run.messages()).contains("Continuing it");
        assertThat(hq.requests).doesNotContain(UPLOAD);
        assertThat(hq.requests.contains(START)).isEqualTo(!status.equals("RUNNING"));
    }

    @Test
    void aDryRunThatIsInProgressEndsBeforeTheImport() throws IOException {
        list("CHECKING");
        hq.answer("GET " + ONE, 200, job("CHECKED", 2, 0)).answer(START, 200, job("FINISHED", 2, 0));

        var run = ProgramRun.of(hq, "import", "customers", file.toString());

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.DONE);
        assertThat(hq.requests).endsWith("GET " + ONE, START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FINISHED", "CANCELLED", "FAILED"})
    void afterItsEndTheFileIsUploadedAgain(String status) throws IOException {
        list(status);
        hq.answer(START, 200, job("FINISHED", 0, 0));

        assertThat(ProgramRun.of(hq, "import", "customers", file.toString()).exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(hq.requests).contains(UPLOAD);
    }

    @Test
    void aCompressedFileIsTheSameFile() throws IOException {
        list("RUNNING");
        hq.answer("GET " + ONE, 200, job("FINISHED", 2, 0));
        var compressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(compressed)) {
            out.write(CONTENT.getBytes(StandardCharsets.UTF_8));
        }
        Path archive = Files.write(directory.resolve("old.csv.gz"), compressed.toByteArray());

        assertThat(ProgramRun.of(hq, "import", "customers", archive.toString()).messages())
                .contains("Continuing it");
    }

    @Test
    void anImportInProgressKeepsItsFields() throws IOException {
        list("RUNNING");

        var run = ProgramRun.of(hq, "import", "customers", file.toString(), "--map", "Shoe=lastName");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.messages()).contains("in progress with other fields", "--cancel " + ID);
    }

    @Test
    void anImportThatSomebodyCancelsIsNoSuccess() throws IOException {
        hq.answer(START, 200, job("RUNNING", 0, 0)).answer("GET " + ONE, 200, job("CANCELLED", 1, 0));

        var run = ProgramRun.of(hq, "import", "customers", file.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.messages()).contains("stopped at HQ after 1 of 2 records", "Customers created: 1");
    }

    @ParameterizedTest
    @CsvSource({"UPLOADED, 0", "RUNNING, 0", "FINISHED, 0", "CANCELLED, 5", "FAILED, 5"})
    void anImportIsContinuedByItsId(String status, int exitCode) throws IOException {
        hq.answer("GET " + ONE, 200, job(status, 2, 0))
                .answer("GET " + ONE, 200, job("FINISHED", 2, 0))
                .answer(START, 200, job("RUNNING", 0, 0));

        var run = ProgramRun.of(hq, "import", "customers", "--continue", ID);

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(exitCode);
    }

    @Test
    void aDryRunIsCancelledTogetherWithItsFile() throws IOException {
        hq.answer("POST " + ONE + "/cancel", 200, job("UPLOADED", 0, 0))
                .answer("POST " + ONE + "/cancel", 200, job("CANCELLED", 0, 0));

        var run = ProgramRun.of(hq, "import", "customers", "--cancel", ID);

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.DONE);
        assertThat(run.output()).containsPattern("status +CANCELLED");
    }

    @Test
    void standardInputIsUploadedUnderANameOfItsOwn() throws IOException {
        String upload = "POST " + PATH + "?fileName=standard-input.csv";
        hq.answer(upload, 201, job("UPLOADED", 0, 0)).answer(START, 200, job("FINISHED", 2, 0));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.UTF_8)));
        try {
            var run = ProgramRun.of(hq, "import", "customers", "-", "--format", "csv");

            assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.DONE);
        } finally {
            System.setIn(before);
        }
        assertThat(hq.body(upload)).isEqualTo(CONTENT);
    }

    @Test
    void aFileOfAnotherFormThanItsFormatIsDiscarded() throws IOException {
        hq.answer("POST " + PATH + "?fileName=old.csv.jsonl", 201, job("UPLOADED", 0, 0))
                .answer("POST " + ONE + "/cancel", 200, job("CANCELLED", 0, 0));

        var run = ProgramRun.of(hq, "import", "customers", file.toString(), "--format", "jsonl");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(hq.requests).contains("POST " + ONE + "/cancel").doesNotContain(START);
    }

    @Test
    void aFileThatHqCannotReadIsExplained() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.csv"), "");
        hq.answer("POST " + PATH + "?fileName=empty.csv", 422, "{'detail': 'The file has no records.'}");

        var run = ProgramRun.of(hq, "import", "customers", empty.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.messages()).contains("The file has no records.");
    }

    @Test
    void aFileAnIdToContinueAndAnIdToCancelExcludeEachOther() throws IOException {
        assertThat(ProgramRun.of(hq, "import", "customers").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ProgramRun.of(hq, "import", "customers", "x.csv", "--cancel", ID)
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(ProgramRun.of(
                                hq,
                                "import",
                                "customers",
                                directory.resolve("none.csv").toString())
                        .messages())
                .contains("none.csv cannot be read");
        assertThat(hq.requests).isEmpty();
    }

    private void list(String status) {
        hq.replace("GET " + PATH, "{'items': [" + job(status, 0, 0) + "]}");
    }

    private JsonNode started() {
        return json(hq.body(START));
    }

    private static JsonNode json(String text) {
        return HqApi.JSON.readTree(text.replace('\'', '"'));
    }

    private static String job(String status, int created, int bad) {
        return """
                {'id': '%s', 'fileName': 'old.csv', 'format': 'CSV', 'status': '%s', 'columns': ['No', 'Surname', 'Shoe'],
                 'mapping': {'No': 'accountNumber', 'Surname': 'lastName'}, 'sha256': '%s', 'records': 2, 'done': %d,
                 'created': %d, 'existing': 0, 'bad': %d}
                """.formatted(ID, status, SHA256, created + bad, created, bad);
    }
}
