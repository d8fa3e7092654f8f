package io.counterpart.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Files that are imported from their upload to their report. */
class ImportCustomersCommandTests extends ImportSupport {

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
}
