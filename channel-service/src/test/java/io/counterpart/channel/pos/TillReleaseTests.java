package io.counterpart.channel.pos;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class TillReleaseTests {

    private static final Pattern SCRIPT = Pattern.compile("self\\.RELEASE = (\\{.*});\n");

    @Test
    void listsTheFilesOfTheApplicationAndOfItsLibraries() {
        assertThat(read().path("files").valueStream().map(JsonNode::asString))
                .contains(
                        "index.html",
                        "manifest.json",
                        "service-worker.js",
                        "app/main.js",
                        "app/views/shell.js",
                        "app/counterpart-events.js",
                        "messages/de.json",
                        "../webjars/lit-html/lit-html.js",
                        "../webjars/idb/build/index.js")
                .doesNotHaveDuplicates();
    }

    @Test
    void hasTheSameVersionForTheSameFiles() {
        assertThat(read().path("version").asString())
                .matches("[0-9a-f]{12}")
                .isEqualTo(read().path("version").asString());
    }

    private static JsonNode read() {
        var script = SCRIPT.matcher(new TillRelease(JsonMapper.shared()).script());
        assertThat(script.matches()).isTrue();
        return JsonMapper.shared().readTree(script.group(1));
    }
}
