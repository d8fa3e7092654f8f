package io.counterpart.command;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ArrayNode;

/** What all commands share: the options of the connection, and the two forms of output. */
final class Session {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--hq-url",
            description = "Address of HQ (default: COUNTERPART_HQ_URL, or ${DEFAULT-VALUE}).",
            defaultValue = "${env:COUNTERPART_HQ_URL:-http://127.0.0.1:8080}")
    @SuppressWarnings("NullAway.Init")
    private URI hqUrl;

    @Option(
            names = "--token-file",
            description = "File with an access token of role HQ_API (default: COUNTERPART_TOKEN_FILE; without one, the "
                    + "token is in COUNTERPART_TOKEN).")
    private @Nullable Path tokenFile;

    @Option(names = "--json", description = "Write JSON to standard output, for programs.")
    private boolean json;

    HqApi hq() {
        return new HqApi(hqUrl, Credentials.token(tokenFile, System.getenv()));
    }

    boolean json() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Messages to people, which are no part of the output. */
    void say(String message) {
        spec.commandLine().getErr().println(message);
        spec.commandLine().getErr().flush();
    }

    /** One object: its fields in lines, or JSON. */
    void show(JsonNode object) {
        if (json) {
            print(object);
            return;
        }
        object.properties().forEach(field -> out().printf("%-20s %s%n", field.getKey(), Cells.text(field.getValue())));
        out().flush();
    }

    /** All pages of a list as a table, or as a JSON array. Returns how many items there are. */
    int list(String path, Map<String, @Nullable String> query, long most, String... columns) {
        ArrayNode items = HqApi.JSON.createArrayNode();
        hq().forEach(path, query, most, items::add);
        list(items, columns);
        return items.size();
    }

    void list(JsonNode items, String... columns) {
        if (json) {
            print(items);
            return;
        }
        Table table = Table.of(columns);
        items.forEach(table::add);
        out().print(table);
        out().flush();
    }

    /** A sentence that is a part of the output. */
    void print(String sentence) {
        out().println(sentence);
        out().flush();
    }

    private void print(JsonNode node) {
        out().println(HqApi.JSON
                .writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(node));
        out().flush();
    }

    /** Parameters of a query, in pairs; those without a value are left out. */
    static Map<String, @Nullable String> query(@Nullable String... pairs) {
        var query = new LinkedHashMap<String, @Nullable String>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return query;
    }
}
