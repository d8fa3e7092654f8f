package io.counterpart.till;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the till application in the source tree. */
final class TillFiles {

    static final Path ROOT = Path.of("src", "main", "resources", "META-INF", "resources", "pos");

    private TillFiles() {}

    static List<Path> withSuffix(String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
