package io.counterpart.stack;

import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import io.counterpart.stack.process.StackException;

/** Finds the root of the clone: the directory with {@code .mvn}, at or above the working directory. */
public final class ProjectRoot {

    private ProjectRoot() {}

    public static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path candidate = start; candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve(".mvn"))) {
                return candidate;
            }
        }
        throw new StackException(
                "%s is not inside a Counterpart project: no .mvn directory in it or its parents.".formatted(start));
    }
}
