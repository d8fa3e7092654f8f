package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.testsupport.schema.ApiDocument;
import io.counterpart.testsupport.schema.ApiOperationDescription;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of generated clients call every operation of the OpenAPI documents. */
class ClientExamplesTests {

    private static final Path DOCUMENTS = Path.of("..", "docs");

    @ParameterizedTest
    @CsvSource({
        "typescript/every-operation.ts, channel-service.json",
        "typescript/every-hq-operation.ts, hq-service.json",
        "java/EveryOperation.java, channel-service.json",
        "python/every_operation.py, channel-service.json",
        "go/every-operation, channel-service.json",
        "go/every-hq-operation, hq-service.json"
    })
    void theExampleCallsEveryOperationOfTheDocument(String example, String document) throws IOException {
        String script = textOf(DOCUMENTS.resolve("clients").resolve(example));
        JsonNode read = JsonMapper.shared()
                .readTree(Files.readString(DOCUMENTS.resolve("openapi").resolve(document)));

        List<String> notCalled = new ApiDocument(read)
                .operations().stream()
                        .map(ApiOperationDescription::id)
                        .filter(id -> !isCalled(methodOf(id, example), script))
                        .toList();

        assertThat(notCalled).as(example).isEmpty();
    }

    // Each language has variants that also return the headers or the stream.
    private static boolean isCalled(String method, String script) {
        String variant = "(Raw|WithHttpInfo|_with_http_info|_without_preload_content)?";
        return Pattern.compile("\\." + method + variant + "\\(").matcher(script).find();
    }

    private static String methodOf(String operation, String example) {
        if (example.startsWith("python")) {
            return operation.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        }
        return example.startsWith("go")
                ? operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1)
                : operation;
    }

    /** The text of a file, or of all files of a directory. */
    private static String textOf(Path example) throws IOException {
        try (Stream<Path> files = Files.walk(example)) {
            var text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
