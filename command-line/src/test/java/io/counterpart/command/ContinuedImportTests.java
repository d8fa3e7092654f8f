package io.counterpart.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Imports that HQ has already. */
class ContinuedImportTests extends ImportSupport {

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

        var run = ProgramRun.of(hq, "import", "customers", file.toString());

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.DONE);
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
}
