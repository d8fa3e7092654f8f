package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.stack.client.DemoTokens;

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
        assertThat(runNode(here, "every-hq-operation", argumentsForHq())).endsWith(EVERY_OPERATION);
    }

    @Test
    void theGoClientsCompileAndCallEveryOperation() throws IOException {
        assumeTrue(ShellCommand.exists("go"), "There is no Go here: the Go clients are not tried");
        Path programs = GENERATED.resolve("go-programs");
        GoModule.build(EXAMPLES.resolve("go"), GENERATED.resolve("go"), programs);

        assertThat(runGo(programs, "create-customer", address(), token(), "Go")).endsWith("Go 1 Pending sync");
        assertThat(runGo(programs, "every-operation", address(), token(), shopAddress(), DemoTokens.STOREFRONT_ONLINE))
                .endsWith(EVERY_OPERATION);
        assertThat(runGo(programs, "every-hq-operation", argumentsForHq())).endsWith(EVERY_OPERATION);
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

    private static String runNode(Path here, String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("node", "compiled/" + script + ".js"));
        command.addAll(List.of(arguments));
        return ShellCommand.run(GENERATED.resolve(script + ".log"), here, command)
                .strip();
    }

    private static String runGo(Path programs, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(
                List.of(programs.resolve(program).toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return ShellCommand.run(GENERATED.resolve(program + "-go.log"), Path.of("."), command)
                .strip();
    }

    private static String run(Path classes, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(java("java"), "-cp", classes + ":" + classPath(), program));
        command.addAll(List.of(arguments));
        return ShellCommand.run(GENERATED.resolve(program + ".log"), Path.of("."), command)
                .strip();
    }

    private String[] argumentsForHq() throws IOException {
        UUID customer = pendingCustomer(Map.of("lastName", "Generated"));
        accountNumberOf(stack.harbor(), customer);
        return new String[] {
            stack.hq().http().address().toString(),
            DemoTokens.HQ_ADMIN,
            DemoTokens.realTimeService("harbor"),
            customer.toString()
        };
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
