package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The API documents satisfy the rules of the linters that users of such documents run. */
class ApiDocumentLintIT {

    private static final Path LINT = Path.of("target", "lint");
    private static final Path DOCUMENTS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final List<String> OPEN_API = List.of(
            DOCUMENTS.resolve("openapi/channel-service.json").toString(),
            DOCUMENTS.resolve("openapi/hq-service.json").toString());

    @BeforeAll
    static void installTheLinters() throws IOException {
        assumeTrue(ShellCommand.exists("npm"), "There is no npm here: the API documents are not linted");
        NodeProject.install(DOCUMENTS.resolve("lint"), LINT);
    }

    @Test
    void redoclyHasNothingToSayAboutTheOpenApiDocuments() throws IOException {
        run("redocly.log", List.of("node", "redocly.js", OPEN_API.get(0), OPEN_API.get(1)));
    }

    @Test
    void spectralHasNothingToSayAboutTheOpenApiDocuments() throws IOException {
        run("spectral-openapi.log", spectral("openapi.spectral.yaml", OPEN_API));
    }

    @Test
    void spectralHasNothingToSayAboutTheAsyncApiDocument() throws IOException {
        String document = DOCUMENTS.resolve("asyncapi/counterpart.yaml").toString();

        run("spectral-asyncapi.log", spectral("asyncapi.spectral.yaml", List.of(document)));
    }

    private static List<String> spectral(String rules, List<String> documents) {
        return Stream.concat(
                        Stream.of(
                                "npx", "--no-install", "spectral", "lint", "--fail-severity=warn", "--ruleset", rules),
                        documents.stream())
                .toList();
    }

    private static void run(String log, List<String> command) throws IOException {
        ShellCommand.run(Files.createDirectories(LINT).resolve(log), LINT, command);
    }
}
