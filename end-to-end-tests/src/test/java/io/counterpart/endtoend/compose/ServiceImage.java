package io.counterpart.endtoend.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the Dockerfile makes of a service, without a Docker engine: the layers of its jar in one directory, and the AOT
 * cache of its training.
 *
 * @param directory the working directory of the image
 */
record ServiceImage(Path directory, Path java) {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path JDKS = Path.of("/usr/lib/jvm");
    private static final Pattern TRAINING =
            Pattern.compile("RUN (java -XX:AOTCacheOutput=.*?-jar application\\.jar)", Pattern.DOTALL);
    private static final Pattern ENTRY_POINT = Pattern.compile("ENTRYPOINT (\\[.*])");
    private static final Pattern VARIABLES = Pattern.compile("\nENV (.*)");

    /** The Java of the image's version; empty if this machine has none. */
    static Optional<Path> javaOfTheImage() throws IOException {
        if (!Files.isDirectory(JDKS)) {
            return Optional.empty();
        }
        try (Stream<Path> jdks = Files.list(JDKS)) {
            return jdks.filter(jdk -> jdk.getFileName().toString().matches(".*-25(-.*)?"))
                    .map(jdk -> jdk.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    /** Extracts and trains, as the build of the image does. */
    static ServiceImage of(String module, Path directory, Path java) throws Exception {
        Path layers = directory.resolve("layers");
        Path application = Files.createDirectories(directory.resolve("application"));
        Path ownJava = Path.of(System.getProperty("java.home"), "bin", "java");
        run(
                directory,
                List.of(
                        ownJava.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar(module).toString(),
                        "extract",
                        "--layers",
                        "--application-filename",
                        "application.jar",
                        "--destination",
                        layers.toString()));
        try (Stream<Path> each = Files.list(layers)) {
            for (Path layer : each.toList()) {
                run(directory, List.of("cp", "-a", layer + "/.", application.toString()));
            }
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        var image = new ServiceImage(application, java);
        run(application, image.withJava(List.of(training().split("\\s+", -1))));
        return image;
    }

    /** The entry point of the image with further arguments for the JVM. */
    List<String> entryPoint(String... jvmArguments) throws IOException {
        var command = new ArrayList<String>();
        JsonMapper.shared().readTree(found(ENTRY_POINT)).forEach(argument -> command.add(argument.asString()));
        command.addAll(1, List.of(jvmArguments));
        return withJava(command);
    }

    /** The variables that the image sets. */
    static Map<String, String> environment() throws IOException {
        var environment = new TreeMap<String, String>();
        for (String variable : found(VARIABLES).split(" ", -1)) {
            environment.put(
                    variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        return environment;
    }

    private List<String> withJava(List<String> command) {
        var all = new ArrayList<>(command);
        all.set(0, java.toString());
        return all;
    }

    private static String training() throws IOException {
        return found(TRAINING).replace("\\\n", " ");
    }

    private static String found(Pattern pattern) throws IOException {
        var match = pattern.matcher(Files.readString(ROOT.resolve("Dockerfile")));
        assertThat(match.find()).as(pattern.pattern()).isTrue();
        return match.group(1);
    }

    private static Path jar(String module) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-boot.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " has no jar: ./mvnw package"));
        }
    }

    private static void run(Path directory, List<String> command) throws Exception {
        Path output = Files.createTempFile(directory.getParent(), "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(command + "\n" + Files.readString(output))
                .isTrue();
        Files.delete(output);
    }
}
