package io.counterpart.endtoend.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/** The resources of the directory kubernetes. */
final class Manifests {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path DIRECTORY = ROOT.resolve("kubernetes");

    private Manifests() {}

    /** Every file with resources, as it is written. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml") && !file.endsWith("prometheus-adapter.yaml"))
                    .sorted()
                    .toList();
        }
    }

    static List<Map<String, Object>> resources(Path file) {
        try {
            return resources(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resources of one directory, as kubectl would apply them. */
    static List<Map<String, Object>> rendered(String directory) throws IOException, InterruptedException {
        Process kubectl = new ProcessBuilder(
                        "kubectl", "kustomize", DIRECTORY.resolve(directory).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!kubectl.waitFor(1, TimeUnit.MINUTES) || kubectl.exitValue() != 0) {
            throw new IllegalStateException("kubectl could not render " + directory);
        }
        return resources(text);
    }

    static boolean canBeRendered() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "kubectl")));
    }

    @SuppressWarnings("unchecked") // another form is invalid here
    private static List<Map<String, Object>> resources(String text) {
        var resources = new ArrayList<Map<String, Object>>();
        new Yaml().loadAll(text).forEach(document -> resources.add((Map<String, Object>) document));
        return resources;
    }
}
