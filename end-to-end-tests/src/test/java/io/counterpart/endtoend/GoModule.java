package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A Go module of the documentation; it is copied, so that generated packages are not written beside its sources. */
final class GoModule {

    private GoModule() {}

    /** Builds every program of the module with the installed Go alone: no module and no other Go is downloaded. */
    static void build(Path module, Path copy, Path programs) throws IOException {
        copy(module, copy);
        Path target = programs.toAbsolutePath().normalize();
        ShellCommand.run(
                target.resolveSibling("go.log"),
                copy,
                List.of(
                        "env",
                        "GOFLAGS=-mod=readonly",
                        "GOPROXY=off",
                        "GOTOOLCHAIN=local",
                        // Without a C compiler, Go builds the same programs.
                        "CGO_ENABLED=0",
                        // Kept in target: the generated packages are compiled again only after they changed.
                        "GOCACHE=" + target.resolveSibling("go-cache"),
                        "GOPATH=" + target.resolveSibling("go-path"),
                        "go",
                        "build",
                        "-o",
                        Files.createDirectories(target) + "/",
                        "./..."));
    }

    private static void copy(Path module, Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(module)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(module.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
