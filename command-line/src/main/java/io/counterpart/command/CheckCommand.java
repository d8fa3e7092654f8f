package io.counterpart.command;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything that an operator asks first: who answers, who is behind, what is on hold, what is wrong with the topics. */
@Command(
        name = "check",
        description =
                "Checks connections, clocks, configuration versions, jobs and topics. Exit code 1: something needs attention.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Session session;

    @Option(
            names = "--hq-management",
            description =
                    "Management address of HQ, for its health and topics (default: COUNTERPART_HQ_MANAGEMENT_URL; "
                            + "without one they are not checked).",
            defaultValue = "${env:COUNTERPART_HQ_MANAGEMENT_URL}")
    private @Nullable URI hqManagement;

    @Option(
            names = "--channel-management",
            split = ",",
            description = "Management addresses of channel services, separated by commas (default: "
                    + "COUNTERPART_CHANNEL_MANAGEMENT_URLS).",
            defaultValue = "${env:COUNTERPART_CHANNEL_MANAGEMENT_URLS}")
    private @Nullable List<URI> channelManagement;

    @Override
    public Integer call() {
        var findings = new Findings();
        new HqChecks(session.hq(), Clock.systemUTC(), findings).run();
        var health = new HealthChecks(findings);
        if (hqManagement != null) {
            health.hq(hqManagement);
        }
        if (channelManagement != null) {
            channelManagement.stream().filter(it -> !it.toString().isBlank()).forEach(health::channel);
        }
        session.list(findings.items(), "result", "subject", "finding");
        return findings.anyAttention() ? ExitCode.ATTENTION : ExitCode.DONE;
    }
}
