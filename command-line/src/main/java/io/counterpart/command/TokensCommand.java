package io.counterpart.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The access tokens of tills, storefronts, channel databases and programs. */
@Command(name = "tokens", description = "Lists, creates and revokes access tokens.")
final class TokensCommand extends CommandGroup {

    private static final String DEVICES = "/api/v1/devices";

    /** What a token is for. */
    enum Role {
        TILL,
        STOREFRONT,
        CHANNEL_DATABASE,
        HQ_API
    }

    @Command(
            name = "list",
            description = "Lists tokens; HQ does not know their values.",
            mixinStandardHelpOptions = true)
    int list(
            @Mixin Session session,
            @Option(names = "--role", description = "${COMPLETION-CANDIDATES}.") @Nullable Role role) {
        var items = HqApi.JSON.createArrayNode();
        for (JsonNode item : session.hq().get(DEVICES).path("items")) {
            if (role == null || item.path("role").asString().equals(role.name())) {
                items.add(item);
            }
        }
        session.list(
                items,
                "id",
                "device",
                "role",
                "channel",
                "channelDatabase",
                "created=createdAt",
                "expires=expiresAt",
                "last used=lastUsedAt");
        return ExitCode.DONE;
    }

    @Command(
            name = "create",
            description =
                    "Creates a token and writes it into a new file that only you can read. It cannot be read again.",
            mixinStandardHelpOptions = true)
    int create(
            @Mixin Session session,
            @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}.") Role role,
            @Option(names = "--channel", description = "Of a till or storefront.") @Nullable String channel,
            @Option(names = "--channel-database", description = "Of a channel database.") @Nullable String database,
            @Option(names = "--expires", description = "When it ends to be valid.") @Nullable String expires,
            @Option(names = "--to", required = true, description = "The file.") Path file,
            @Parameters(paramLabel = "<device>") String device) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("device", device);
        body.put("role", role.name());
        body.put("channel", channel);
        body.put("channelDatabase", database);
        body.put("expiresAt", expires);
        createEmpty(file);
        JsonNode created = session.hq().post(DEVICES, body);
        write(file, created.path("token").asString());
        ((ObjectNode) created).remove("token");
        session.show(created);
        session.say("The token is in " + file);
        return ExitCode.DONE;
    }

    @Command(
            name = "revoke",
            description =
                    "Revokes a token. A till with it deletes its local data, unsent items included: let it send first.",
            mixinStandardHelpOptions = true)
    int revoke(@Mixin Session session, @Parameters(paramLabel = "<id>") String id) {
        session.hq().delete(DEVICES + "/" + HqApi.encoded(id));
        session.say("Revoked.");
        return ExitCode.DONE;
    }

    // Before the token exists: one that cannot be written would be lost.
    private static void createEmpty(Path file) {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new CommandFailedException(
                    ExitCode.USAGE, "The file %s exists already or cannot be created.".formatted(file));
        }
    }

    private static void write(Path file, String token) {
        try {
            Files.writeString(file, token, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new CommandFailedException(
                    ExitCode.USAGE, "The token was created, and %s cannot be written: revoke it.".formatted(file));
        }
    }
}
