package io.counterpart.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExportCommandTests {

    private static final String CSV = "GET /api/v1/customer-export?format=CSV";
    private static final String JSON_LINES = "GET /api/v1/customer-export?format=JSON_LINES";
    private static final String LINE = "{\"lastName\": \"Lee\"}\n";

    @TempDir
    Path directory;

    private FakeHq hq;

    @BeforeEach
    void start() throws IOException {
        hq = new FakeHq();
    }

    @AfterEach
    void stop() {
        hq.close();
    }

    @Test
    void aCompleteExportReplacesTheFileAndOnlyTheUserCanReadIt() throws IOException {
        Path file = Files.writeString(directory.resolve("all.jsonl"), "the last one");
        hq.answer(JSON_LINES, 200, LINE);

        var run = ProgramRun.of(hq, "export", "customers", "--output", file.toString());

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.DONE);
        assertThat(file).hasContent(LINE);
        assertThat(run.messages()).contains("Written to " + file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(directory).isDirectoryContaining(file::equals);
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void aBrokenTransferLeavesTheFileAsItWas() throws IOException {
        Path file = Files.writeString(directory.resolve("all.csv"), "the last one");
        hq.breakOff(CSV, "accountNumber\r\nA1\r\n");

        var run = ProgramRun.of(hq, "export", "customers", "--output", file.toString());

        assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.NO_ANSWER);
        assertThat(run.messages()).contains("incomplete", "Nothing was written to " + file);
        assertThat(file).hasContent("the last one");
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void anExportThatHqRefusesHasItsReason() throws IOException {
        hq.answer(CSV, 409, "{'detail': 'Not now'}");

        var run = ProgramRun.of(
                hq, "export", "customers", "--output", directory.resolve("x").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.messages()).contains("Not now");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void withoutAFileTheExportGoesToStandardOutput() throws IOException {
        hq.answer(JSON_LINES, 200, LINE);
        var written = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(written, true, StandardCharsets.US_ASCII));
        try {
            var run = ProgramRun.of(hq, "export", "customers", "--format", "jsonl");

            assertThat(run.exitCode()).as(run.messages()).isEqualTo(ExitCode.DONE);
            assertThat(run.output() + run.messages()).isEmpty();
        } finally {
            System.setOut(before);
        }
        assertThat(written).hasToString(LINE);
    }

    @Test
    void whatCannotBeWrittenIsNamedBeforeAnythingIsExported() throws IOException {
        Path away = directory.resolve("none").resolve("all.csv");

        assertThat(ProgramRun.of(hq, "export", "customers", "--output", away.toString())
                        .messages())
                .contains(away + " cannot be written");
        assertThat(ProgramRun.of(hq, "export", "customers", "--output", directory.toString())
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(hq.requests).isEmpty();
    }

    @Test
    void anHqThatStopsSendingIsGivenUp() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var api = new HqApi(URI.create("http://127.0.0.1:" + server.getLocalPort()), "t");

            assertThatThrownBy(() -> new FileTransfer(api, Duration.ofMillis(500))
                            .download("/x", new ByteArrayOutputStream(), Progress.of("", -1, true)))
                    .isInstanceOfSatisfying(
                            CommandFailedException.class,
                            failed -> assertThat(failed.exitCode()).isEqualTo(ExitCode.NO_ANSWER));
        }
    }

    /** A disk that is full, for example. */
    @Test
    void aFileThatCannotBeWrittenToItsEndIsNotTakenForABrokenConnection() {
        hq.answer("GET /x", 200, LINE);
        var full = new java.io.OutputStream() {

            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() ->
                        new FileTransfer(new HqApi(hq.address(), "t")).download("/x", full, Progress.of("", -1, true)))
                .isInstanceOf(java.io.UncheckedIOException.class)
                .hasMessageContaining("No space");
    }

    @Test
    void operationsReplaceTheFileOnlyIfAllPagesArrived() throws IOException {
        Path file = Files.writeString(directory.resolve("operations.csv"), "the last one");
        String page = "GET /api/v1/synchronization-operations?limit=";
        hq.answer(page + "200", 200, "{'items': [{'id': 'a'}], 'nextCursor': 'x'}");
        hq.answer(page + "199&cursor=x", 503, "{}");

        var broken = ProgramRun.of(hq, "operations", "export", file.toString(), "--most", "200");
        assertThat(broken.exitCode()).as(broken.messages()).isEqualTo(ExitCode.NO_ANSWER);
        assertThat(file).hasContent("the last one");
        assertThat(directory.toFile().list()).hasSize(1);
        hq.replace(page + "199&cursor=x", "{'items': [{'id': 'b'}]}");
        ProgramRun.of(hq, "operations", "export", file.toString(), "--most", "200");

        assertThat(Files.readAllLines(file)).hasSize(3).last().asString().startsWith("b,");
    }
}
