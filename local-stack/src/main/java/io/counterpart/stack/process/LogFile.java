package io.counterpart.stack.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one process: one file per run of the stack, the one before kept beside it. */
final class LogFile {

    private static final int LAST_BYTES = 64 * 1024;

    private final Path path;
    private long begin;

    LogFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Puts the log of the run before aside. */
    void rotate() throws IOException {
        if (Files.exists(path)) {
            Files.move(
                    path, path.resolveSibling(path.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** From here on the lines are those of a new start of the process. */
    void mark() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        begin = Files.exists(path) ? Files.size(path) : 0;
    }

    List<String> lastLinesSinceMark(int count) {
        try (var file = Files.newByteChannel(path)) {
            file.position(Math.max(begin, file.size() - LAST_BYTES));
            var bytes = ByteBuffer.allocate((int) (file.size() - file.position()));
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                // Reads until the buffer is full or the file ends.
            }
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
