package io.counterpart.stack.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one process: one file per run of the stack, with that of the previous run beside it. */
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

    /** Renames the log of the previous run. */
    void rotate() throws IOException {
        if (Files.exists(path)) {
            Files.move(
                    path, path.resolveSibling(path.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Marks the start of a process: subsequent lines belong to it. */
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
