package io.counterpart.command;

import java.time.Clock;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator asks before and during an upgrade: may it begin, what comes next, is it complete. */
@Command(
        name = "check-upgrade",
        description =
                "Compares the releases of HQ and of the channel services with a release, and says what to upgrade next. "
                        + "Exit code 1: something needs attention first.",
        mixinStandardHelpOptions = true)
final class CheckUpgradeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Session session;

    @Option(names = "--to", description = "The release to upgrade to (default: the release of this command line).")
    private @Nullable String to;

    @Override
    public Integer call() {
        Release target = target();
        var findings = new Findings();
        new HqChecks(session.hq(), Clock.systemUTC(), findings).run();
        new UpgradeChecks(session.hq(), target, findings).run();
        session.list(findings.items(), "result", "subject", "finding");
        return findings.anyAttention() ? ExitCode.ATTENTION : ExitCode.DONE;
    }

    private Release target() {
        String text = to == null ? CounterpartCommand.Version.ofJar() : to;
        if (text == null) {
            throw new ParameterException(spec.commandLine(), "Name the release with --to");
        }
        try {
            return Release.of(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--to: " + e.getMessage(), e);
        }
    }
}
