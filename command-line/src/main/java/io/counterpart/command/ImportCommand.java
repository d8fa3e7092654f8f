package io.counterpart.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Imports of existing customers at HQ. */
@Command(
        name = "import",
        description = "Imports existing customers, and lists imports.",
        subcommands = ImportCustomersCommand.class)
final class ImportCommand extends CommandGroup {

    @Command(name = "list", description = "Lists the newest 50 imports.", mixinStandardHelpOptions = true)
    int list(@Mixin Session session) {
        JsonNode imports = session.hq().get(CustomerImports.PATH).path("items");
        session.list(
                imports,
                "id",
                "file=fileName",
                "status",
                "records",
                "done",
                "created",
                "existing",
                "bad",
                "uploaded=uploadedAt",
                "by=uploadedBy");
        return ExitCode.DONE;
    }
}
