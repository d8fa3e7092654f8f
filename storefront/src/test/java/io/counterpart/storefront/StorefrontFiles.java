package io.counterpart.storefront;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of the storefront in the source tree. */
final class StorefrontFiles {

    static final Path ROOT = Path.of("src", "main", "resources", "META-INF", "resources", "storefront");

    private StorefrontFiles() {}

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".js")).toList();
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> messages(String language) {
        return JsonMapper.shared()
                .readValue(read(ROOT.resolve("messages").resolve(language + ".json")), new TypeReference<>() {});
    }
}
