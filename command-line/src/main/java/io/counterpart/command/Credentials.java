package io.counterpart.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Finds the token: in a file or in the environment, never in the arguments, which other users of a machine can read and
 * shells keep in their history.
 */
final class Credentials {

    static final String TOKEN = "COUNTERPART_TOKEN";
    static final String TOKEN_FILE = "COUNTERPART_TOKEN_FILE";

    private Credentials() {}

    static String token(@Nullable Path file, Map<String, String> environment) {
        String named = environment.get(TOKEN_FILE);
        Path source = file != null ? file : named == null || named.isBlank() ? null : Path.of(named);
        String token = source == null ? environment.get(TOKEN) : read(source);
        if (token == null || token.isBlank()) {
            throw new CommandFailedException(
                    ExitCode.NOT_ALLOWED,
                    "There is no token. Write an access token with role HQ_API into a file and name the file in %s or with --token-file, or set %s."
                            .formatted(TOKEN_FILE, TOKEN));
        }
        return token.strip();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.NOT_ALLOWED, "The token file %s cannot be read.".formatted(file));
        }
    }
}
