package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A Node.js project of the documentation; it is copied, so that its packages are not installed beside its sources. */
final class NodeProject {

    private NodeProject() {}

    /** Installs the packages of the lock file; their scripts do not run. */
    static void install(Path project, Path copy) throws IOException {
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(project)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        ShellCommand.run(
                copy.resolve("npm.log"),
                copy,
                List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"));
    }
}
