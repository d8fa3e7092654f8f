package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.stack.client.DemoTokens;
import io.counterpart.testsupport.schema.ApiDocument;
import io.counterpart.testsupport.schema.ApiOperationDescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Clients generated from the committed OpenAPI document compile and call every operation. */
class GeneratedClientsScenario extends Scenario {

    private static final Path GENERATED = Path.of("target", "clients");
    private static final Path EXAMPLES = Path.of("..", "docs", "clients");

    @Test
    void theJavaClientCompilesAndCallsEveryOperation() throws IOException {
        Path classes = Files.createDirectories(GENERATED.resolve("java-classes"));
        var javac = new ArrayList<>(
                List.of(java("javac"), "-nowarn", "-proc:none", "-cp", classPath(), "-d", classes.toString()));
        javac.addAll(sources(GENERATED.resolve("java/src/main/java")));
        javac.add(EXAMPLES.resolve("java/CreateCustomer.java").toString());
        javac.add(EXAMPLES.resolve("java/EveryOperation.java").toString());
        ShellCommand.run(GENERATED.resolve("javac.log"), Path.of("."), javac);

        String said = run(classes, "CreateCustomer", address(), token(), "Java");
        String every = run(
                classes,
                "EveryOperation",
                address(),
                token(),
                stack.online().http().address().toString(),
                DemoTokens.STOREFRONT_ONLINE);

        assertThat(said.strip()).endsWith("Java 1 Pending sync");
        assertThat(every.strip()).endsWith("every operation was called");
    }

    @Test
    void theTypeScriptClientCompilesAndCallsEveryOperation() throws IOException {
        assumeTrue(ShellCommand.exists("npm"), "There is no npm here: the TypeScript client is not tried");
        Path here = GENERATED.resolve("typescript");
        NodeProject.install(EXAMPLES.resolve("typescript"), here);
        ShellCommand.run(GENERATED.resolve("tsc.log"), here, List.of("npx", "--no-install", "tsc", "-p", "."));

        String said = ShellCommand.run(
                GENERATED.resolve("node.log"),
                here,
                List.of("node", "compiled/create-customer.js", address(), token(), "TypeScript"));
        String every = ShellCommand.run(
                GENERATED.resolve("every-operation.log"),
                here,
                List.of(
                        "node",
                        "compiled/every-operation.js",
                        address(),
                        token(),
                        stack.online().http().address().toString(),
                        DemoTokens.STOREFRONT_ONLINE));

        assertThat(said.strip()).endsWith("TypeScript 1 Pending sync");
        assertThat(every.strip()).endsWith("every operation was called");
    }

    @ParameterizedTest
    @ValueSource(strings = {"typescript/every-operation.ts", "java/EveryOperation.java"})
    void theExampleCallsEveryOperationOfTheDocument(String example) throws IOException {
        String script = Files.readString(EXAMPLES.resolve(example));
        JsonNode document =
                JsonMapper.shared().readTree(Files.readString(Path.of("..", "docs", "openapi", "channel-service.json")));

        List<String> notCalled = new ApiDocument(document)
                .operations().stream()
                        .map(ApiOperationDescription::id)
                        .filter(id -> !Pattern.compile("\\." + id + "(Raw|WithHttpInfo)?\\(")
                                .matcher(script)
                                .find())
                        .toList();

        assertThat(notCalled).as(example).isEmpty();
    }

    private static String run(Path classes, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(java("java"), "-cp", classes + ":" + classPath(), program));
        command.addAll(List.of(arguments));
        return ShellCommand.run(GENERATED.resolve(program + ".log"), Path.of("."), command);
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
