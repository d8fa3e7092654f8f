package io.counterpart.testsupport;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Comparator;

/** Copies a directory whose files may change or disappear during the copy. */
final class DirectoryCopy extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;
    private final Collection<Path> leftOut;

    private DirectoryCopy(Path from, Path to, Collection<Path> leftOut) {
        this.from = from;
        this.to = to;
        this.leftOut = leftOut;
    }

    /**
     * Copies with the permissions of the files.
     *
     * @param leftOut paths relative to the directory that are not copied
     */
    static void copy(Path from, Path to, Collection<Path> leftOut) throws IOException {
        Files.walkFileTree(from, new DirectoryCopy(from, to, leftOut));
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        if (isLeftOut(directory)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        Files.copy(directory, target(directory), StandardCopyOption.COPY_ATTRIBUTES);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!isLeftOut(file)) {
            try {
                Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (NoSuchFileException gone) {
                return visitFileFailed(file, gone);
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }

    private boolean isLeftOut(Path path) {
        return leftOut.contains(from.relativize(path));
    }

    private Path target(Path path) {
        return to.resolve(from.relativize(path));
    }
}
