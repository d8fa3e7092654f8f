package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.stack.client.DemoTokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Clients generated from the committed OpenAPI document compile and create a customer. */
class GeneratedClientsScenario extends Scenario {

    private static final Path GENERATED = Path.of("target", "clients");
    private static final Path EXAMPLES = Path.of("..", "docs", "clients");

    @Test
    void theJavaClientCompilesAndCreatesACustomer() throws IOException {
        Path classes = Files.createDirectories(GENERATED.resolve("java-classes"));
        var javac = new ArrayList<>(
                List.of(java("javac"), "-nowarn", "-proc:none", "-cp", classPath(), "-d", classes.toString()));
        javac.addAll(sources(GENERATED.resolve("java/src/main/java")));
        javac.add(EXAMPLES.resolve("java/CreateCustomer.java").toString());
        ShellCommand.run(GENERATED.resolve("javac.log"), Path.of("."), javac);

        String said = ShellCommand.run(
                GENERATED.resolve("java.log"),
                Path.of("."),
                List.of(
                        java("java"),
                        "-cp",
                        classes + ":" + classPath(),
                        "CreateCustomer",
                        address(),
                        token(),
                        "Java"));

        assertThat(said.strip()).endsWith("Java 1 Pending sync");
    }

    @Test
    void theTypeScriptClientCompilesAndCreatesACustomer() throws IOException {
        assumeTrue(ShellCommand.exists("npm"), "There is no npm here: the TypeScript client is not tried");
        Path here = GENERATED.resolve("typescript");
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("typescript"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, here.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        ShellCommand.run(GENERATED.resolve("npm.log"), here, List.of("npm", "ci", "--no-audit", "--no-fund"));
        ShellCommand.run(GENERATED.resolve("tsc.log"), here, List.of("npx", "--no-install", "tsc", "-p", "."));

        String said = ShellCommand.run(
                GENERATED.resolve("node.log"),
                here,
                List.of("node", "compiled/create-customer.js", address(), token(), "TypeScript"));

        assertThat(said.strip()).endsWith("TypeScript 1 Pending sync");
    }

    private String address() {
        return stack.harbor().http().address().toString();
    }

    private static String token() {
        return DemoTokens.POS_HARBOR;
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static List<String> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        }
    }
}
