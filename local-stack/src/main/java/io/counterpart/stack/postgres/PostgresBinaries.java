package io.counterpart.stack.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import io.counterpart.stack.process.DirectoryCleaner;
import io.counterpart.stack.process.StackException;

/** The PostgreSQL binaries, unpacked once from the archive on the class path for this system. */
final class PostgresBinaries {

    private static final int EXECUTABLE = 0100;

    private final Path directory;

    PostgresBinaries(Path directory) {
        this.directory = directory;
    }

    /** The path of a PostgreSQL program. */
    String program(String name) throws IOException {
        if (!Files.isDirectory(directory)) {
            unpack();
        }
        return directory.resolve("bin").resolve(name).toString();
    }

    // Unpacks into a temporary directory first: another stack may unpack at the same time, and one of the two wins.
    private void unpack() throws IOException {
        Files.createDirectories(directory.toAbsolutePath().getParent());
        Path unpacked = Files.createTempDirectory(directory.toAbsolutePath().getParent(), "unpacking-");
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unpacked);
            }
        }
        moveIntoPlace(unpacked);
    }

    private void moveIntoPlace(Path unpacked) throws IOException {
        try {
            Files.move(unpacked, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            DirectoryCleaner.delete(unpacked);
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("the archive of PostgreSQL has the entry " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & EXECUTABLE) != 0 && !target.toFile().setExecutable(true)) {
            throw new IOException("cannot make %s executable".formatted(target));
        }
    }

    private static InputStream archive() throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), System.getProperty("os.arch"));
        } catch (IllegalStateException e) {
            throw new StackException(
                    "This build contains no PostgreSQL for %s on %s."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                    e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }
}
