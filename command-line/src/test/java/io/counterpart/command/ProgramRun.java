package io.counterpart.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the program said, run in this process against a {@link FakeHq}. */
record ProgramRun(int exitCode, String output, String messages) {

    static ProgramRun of(FakeHq hq, String... arguments) throws IOException {
        Path token = Files.writeString(Files.createTempFile("counterpart", ".token"), "a-token");
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--hq-url", hq.address().toString(), "--token-file", token.toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        try {
            int code = CounterpartCommand.commandLine()
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(all.toArray(String[]::new));
            return new ProgramRun(code, out.toString(), err.toString());
        } finally {
            Files.delete(token);
        }
    }
}
