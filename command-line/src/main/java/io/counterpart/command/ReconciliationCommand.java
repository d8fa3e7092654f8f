package io.counterpart.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Whether everything that a channel database created is at HQ and back. */
@Command(
        name = "reconciliation",
        description = "Compares what channel databases created with what HQ has. Exit code 1: something is missing.",
        mixinStandardHelpOptions = true)
final class ReconciliationCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Session session;

    @Option(names = "--channel-database", description = "Only this one (default: all).")
    private @Nullable String channelDatabase;

    @Override
    public Integer call() {
        HqApi hq = session.hq();
        var results = HqApi.JSON.createArrayNode();
        for (String database : databases(hq)) {
            results.add(hq.get("/api/v1/reconciliation" + HqApi.query(Session.query("channelDatabase", database))));
        }
        session.list(
                results,
                "channelDatabase",
                "complete",
                "created",
                "uploaded",
                "staged",
                "converted",
                "returned",
                "failed",
                "unavailable",
                "not uploaded=missing.notUploaded");
        return results.valueStream().allMatch(it -> it.path("complete").asBoolean())
                ? ExitCode.DONE
                : ExitCode.ATTENTION;
    }

    private List<String> databases(HqApi hq) {
        if (channelDatabase != null) {
            return List.of(channelDatabase);
        }
        var names = new ArrayList<String>();
        for (JsonNode stage : hq.get("/api/v1/pipeline").path("items")) {
            names.add(stage.path("channelDatabase").asString());
        }
        return names;
    }
}
