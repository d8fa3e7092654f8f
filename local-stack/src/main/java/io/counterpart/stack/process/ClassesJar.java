package io.counterpart.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.spi.ToolProvider;

/**
 * The classes of a module in an archive beside their directory, rebuilt when one of them has changed: a JVM caches
 * class data of archives for its next start, but not of directories.
 */
final class ClassesJar {

    private final Path classes;
    private final Path jar;

    private ClassesJar(Path classes) {
        this.classes = classes;
        this.jar = classes.resolveSibling(classes.getFileName() + ".jar");
    }

    /** Returns the path of the archive for a directory; returns any other entry unchanged. */
    static String of(String entry) {
        Path path = Path.of(entry);
        try {
            return Files.isDirectory(path) ? new ClassesJar(path).refresh().toString() : entry;
        } catch (IOException e) {
            throw new StackException("Cannot create an archive of %s: %s".formatted(entry, e.getMessage()), e);
        }
    }

    private Path refresh() throws IOException {
        if (!Files.exists(jar) || Files.getLastModifiedTime(jar).compareTo(newest()) < 0) {
            write();
        }
        return jar;
    }

    // The modification time of a directory is that of the last file added or removed.
    private FileTime newest() throws IOException {
        try (var paths = Files.walk(classes)) {
            return paths.map(path -> path.toFile().lastModified())
                    .max(Comparator.naturalOrder())
                    .map(FileTime::fromMillis)
                    .orElseThrow();
        }
    }

    // Written under another name first: a running service has the old archive open, and another stack may write it at
    // the same time.
    private void write() throws IOException {
        Path beside = Objects.requireNonNull(jar.getParent());
        File unfinished = File.createTempFile("classes-", ".jar", beside.toFile());
        ToolProvider tool = ToolProvider.findFirst("jar")
                .orElseThrow(() -> new StackException(
                        "A JDK is required, but %s is a Java runtime.".formatted(System.getProperty("java.home"))));
        int status = tool.run(
                System.out,
                System.err,
                "--create",
                "--no-manifest",
                "--file=" + unfinished,
                "-C",
                classes.toString(),
                ".");
        if (status != 0) {
            throw new IOException("jar ended with status " + status);
        }
        Files.move(unfinished.toPath(), jar, StandardCopyOption.ATOMIC_MOVE);
    }
}
