package io.counterpart.faults.system;

import java.util.Map;

import io.counterpart.stack.StackOptions;

/** Settings with which recovery that otherwise takes minutes happens within a run. */
final class HealingSettings {

    private static final Map<String, String> HQ = Map.of(
            "hq.intake.clock-skew", SystemUnderTest.CLOCK_SKEW.toString(),
            "hq.reconciliation.interval", "2s",
            "hq.reconciliation.grace", "5s",
            "hq.reconciliation.back-off", "10s",
            "hq.reconciliation.longest-back-off", "20s",
            "hq.topics.watch-interval", "2s");
    private static final Map<String, String> CHANNEL = Map.of(
            "counterpart.offline.clock-skew", SystemUnderTest.CLOCK_SKEW.toString(),
            "counterpart.upload.unacknowledged-after", "20s",
            "counterpart.upload.longest-back-off", "20s",
            "counterpart.upload.check-interval", "5s");

    private HealingSettings() {}

    static StackOptions quick(StackOptions options) {
        StackOptions quick = options;
        for (String service : SystemUnderTest.SERVICES) {
            Map<String, String> settings = service.startsWith("hq") ? HQ : CHANNEL;
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                quick = quick.withProperty(service, setting.getKey(), setting.getValue());
            }
        }
        return quick;
    }
}
