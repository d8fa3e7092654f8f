package io.counterpart.command;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The releases of HQ and of the channel services. HQ is upgraded first, since it must know what channels send. */
final class UpgradeChecks {

    private final HqApi hq;
    private final Release target;
    private final Findings findings;

    UpgradeChecks(HqApi hq, Release target, Findings findings) {
        this.hq = hq;
        this.target = target;
        this.findings = findings;
    }

    void run() {
        Release here = ofHq();
        boolean upgraded = here != null && here.compareTo(target) >= 0;
        if (here == null) {
            findings.next("HQ", "does not tell its release: upgrade it to %s first".formatted(target));
        } else if (upgraded) {
            findings.fine("HQ", "runs %s, as wanted or newer".formatted(here));
        } else {
            findings.next("HQ", "runs %s: upgrade it to %s first".formatted(here, target));
        }
        hq.get("/api/v1/pipeline").path("items").forEach(stage -> channelService(stage, here, upgraded));
    }

    private @Nullable Release ofHq() {
        try {
            return release(hq.get("/api/v1/installation").path("version"));
        } catch (CommandFailedException e) {
            // A release from before this request.
            if (e.exitCode() == ExitCode.REFUSED) {
                return null;
            }
            throw e;
        }
    }

    private void channelService(JsonNode stage, @Nullable Release ofHq, boolean hqUpgraded) {
        String subject = "channel service of " + stage.path("channelDatabase").asString();
        Release running = release(stage.path("serviceVersion"));
        String version = running == null ? "an unknown release" : running.toString();
        if (running != null && ofHq != null && running.compareTo(ofHq) > 0) {
            findings.attention(subject, "runs %s, newer than HQ: upgrade HQ".formatted(version));
        } else if (running != null && running.compareTo(target) >= 0) {
            findings.fine(subject, "runs %s, as wanted or newer".formatted(version));
        } else if (hqUpgraded) {
            findings.next(subject, "runs %s: upgrade it to %s".formatted(version, target));
        } else {
            findings.next(subject, "runs %s: upgrade it after HQ".formatted(version));
        }
    }

    private static @Nullable Release release(JsonNode version) {
        try {
            return version.isString() ? Release.of(version.asString()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
