package io.counterpart.command;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select synchronization operations. */
final class OperationFilter {

    @Option(
            names = "--status",
            description = "FAILED, PENDING, WAITING or SUCCEEDED; the API lists all that it knows if another is given.")
    private @Nullable String status;

    @Option(names = "--channel", description = "Created in this channel.")
    private @Nullable String channel;

    @Option(names = "--customer", description = "Async customer ID or account number.")
    private @Nullable String customer;

    @Option(names = "--kind", description = "Kind of operation, such as CREATE_CUSTOMER.")
    private @Nullable String kind;

    @Option(names = "--device", description = "Made by this device.")
    private @Nullable String device;

    @Option(names = "--from", description = "Not before this time, such as 2026-03-01T00:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", description = "Before this time.")
    private @Nullable String to;

    Map<String, @Nullable String> query() {
        return Session.query(
                "status",
                status,
                "channel",
                channel,
                "customer",
                customer,
                "kind",
                kind,
                "device",
                device,
                "from",
                from,
                "to",
                to);
    }
}
