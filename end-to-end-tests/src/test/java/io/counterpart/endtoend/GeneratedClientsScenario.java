package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.stack.client.DemoTokens;
import io.counterpart.testsupport.schema.ApiDocument;
import io.counterpart.testsupport.schema.ApiOperationDescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Clients generated from the committed OpenAPI documents compile and call every operation, and the client for browsers
 * receives events.
 */
class GeneratedClientsScenario extends Scenario {

    private static final Path GENERATED = Path.of("target", "clients");
    private static final Path EXAMPLES = Path.of("..", "docs", "clients");
    private static final String EVERY_OPERATION = "every operation was called";

    @Test
    void theJavaClientCompilesAndCallsEveryOperation() throws IOException {
        Path classes = Files.createDirectories(GENERATED.resolve("java-classes"));
        var javac = new ArrayList<>(
                List.of(java("javac"), "-nowarn", "-proc:none", "-cp", classPath(), "-d", classes.toString()));
        javac.addAll(sources(GENERATED.resolve("java/src/main/java")));
        javac.add(EXAMPLES.resolve("java/CreateCustomer.java").toString());
        javac.add(EXAMPLES.resolve("java/EveryOperation.java").toString());
        ShellCommand.run(GENERATED.resolve("javac.log"), Path.of("."), javac);

        assertThat(run(classes, "CreateCustomer", address(), token(), "Java")).endsWith("Java 1 Pending sync");
        assertThat(run(classes, "EveryOperation", address(), token(), shopAddress(), DemoTokens.STOREFRONT_ONLINE))
                .endsWith(EVERY_OPERATION);
    }

    @Test
    void theTypeScriptClientsCompileAndCallEveryOperation() throws IOException {
        assumeTrue(ShellCommand.exists("npm"), "There is no npm here: the TypeScript clients are not tried");
        Path here = GENERATED.resolve("typescript");
        NodeProject.install(EXAMPLES.resolve("typescript"), here);
        ShellCommand.run(GENERATED.resolve("tsc.log"), here, List.of("npx", "--no-install", "tsc", "-p", "."));

        assertThat(runNode(here, "create-customer", address(), token(), "TypeScript"))
                .endsWith("TypeScript 1 Pending sync");
        assertThat(runNode(here, "every-operation", address(), token(), shopAddress(), DemoTokens.STOREFRONT_ONLINE))
                .endsWith(EVERY_OPERATION);
        UUID customer = pendingCustomer(Map.of("lastName", "Generated"));
        accountNumberOf(stack.harbor(), customer);
        assertThat(runNode(
                        here,
                        "every-hq-operation",
                        stack.hq().http().address().toString(),
                        DemoTokens.HQ_ADMIN,
                        DemoTokens.realTimeService("harbor"),
                        customer.toString()))
                .endsWith(EVERY_OPERATION);
    }

    @Test
    void thePythonClientCallsEveryOperation() throws IOException {
        assumeTrue(
                ShellCommand.succeeds(
                        GENERATED.resolve("python-modules.log"),
                        List.of(
                                "python3",
                                "-c",
                                "import dateutil, pydantic, urllib3; pydantic.BaseModel.model_validate")),
                "There is no Python with pydantic 2, urllib3 and dateutil here: the Python client is not tried");

        String said = ShellCommand.run(
                GENERATED.resolve("every_operation.log"),
                GENERATED.resolve("python"),
                List.of(
                        "python3",
                        Files.copy(
                                        EXAMPLES.resolve("python/every_operation.py"),
                                        GENERATED.resolve("python/every_operation.py"),
                                        StandardCopyOption.REPLACE_EXISTING)
                                .getFileName()
                                .toString(),
                        address(),
                        token(),
                        shopAddress(),
                        DemoTokens.STOREFRONT_ONLINE));

        assertThat(said.strip()).endsWith(EVERY_OPERATION);
    }

    @Test
    void theBrowserClientResumesAfterAnInterruptionAndStopsWithoutAValidToken() throws IOException {
        assumeTrue(ShellCommand.exists("node"), "There is no Node.js here: the client for browsers is not tried");

        String said = ShellCommand.run(
                Files.createDirectories(GENERATED).resolve("resume.log"),
                EXAMPLES.resolve("browser"),
                List.of("node", "resume.js", address(), token()));

        assertThat(said.strip()).endsWith("the events were resumed");
    }

    @ParameterizedTest
    @CsvSource({
        "typescript/every-operation.ts, channel-service.json",
        "typescript/every-hq-operation.ts, hq-service.json",
        "java/EveryOperation.java, channel-service.json",
        "python/every_operation.py, channel-service.json"
    })
    void theExampleCallsEveryOperationOfTheDocument(String example, String document) throws IOException {
        String script = Files.readString(EXAMPLES.resolve(example));
        JsonNode read = JsonMapper.shared()
                .readTree(Files.readString(Path.of("..", "docs", "openapi").resolve(document)));

        List<String> notCalled = new ApiDocument(read)
                .operations().stream()
                        .map(ApiOperationDescription::id)
                        .filter(id -> !isCalled(example.endsWith(".py") ? snakeCase(id) : id, script))
                        .toList();

        assertThat(notCalled).as(example).isEmpty();
    }

    // Each language has variants that also return the headers or the stream.
    private static boolean isCalled(String method, String script) {
        String variant = "(Raw|WithHttpInfo|_with_http_info|_without_preload_content)?";
        return Pattern.compile("\\." + method + variant + "\\(").matcher(script).find();
    }

    private static String snakeCase(String id) {
        return id.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String runNode(Path here, String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("node", "compiled/" + script + ".js"));
        command.addAll(List.of(arguments));
        return ShellCommand.run(GENERATED.resolve(script + ".log"), here, command)
                .strip();
    }

    private static String run(Path classes, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(java("java"), "-cp", classes + ":" + classPath(), program));
        command.addAll(List.of(arguments));
        return ShellCommand.run(GENERATED.resolve(program + ".log"), Path.of("."), command)
                .strip();
    }

    private String address() {
        return stack.harbor().http().address().toString();
    }

    private String shopAddress() {
        return stack.online().http().address().toString();
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
