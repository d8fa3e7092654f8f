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
 * The classes of a module in an archive beside their directory, made anew when one of them has changed: a JVM keeps class
 * data of archives for its next start, and not of directories.
 */
final class ClassesJar {

    private final Path classes;
    private final Path jar;

    private ClassesJar(Path classes) {
        this.classes = classes;
        this.jar = classes.resolveSibling(classes.getFileName() + ".jar");
    }

    /** The path of the archive for a directory; anything else stays as it is. */
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

    // A directory is as new as the last file that came or went.
    private FileTime newest() throws IOException {
        try (var paths = Files.walk(classes)) {
            return paths.map(path -> path.toFile().lastModified())
                    .max(Comparator.naturalOrder())
                    .map(FileTime::fromMillis)
                    .orElseThrow();
        }
    }

    // Under another name first: a service that runs has the old one open, and another stack may do the same now.
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
