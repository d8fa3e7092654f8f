package io.counterpart.benchmarks.figure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.counterpart.stack.process.ToolRun;

/** The environment and date of a measurement, without which a metric cannot be interpreted. */
public final class MeasurementEnvironment {

    private MeasurementEnvironment() {}

    /** By name, in display order; the settings of the measurement come last. */
    public static Map<String, String> now(Map<String, String> settings) {
        var all = new LinkedHashMap<String, String>();
        all.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("commit", commit());
        all.put("machine", "%d cores, %s, %s".formatted(cores(), processor(), memory()));
        all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        all.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        all.put("load before", "%.2f".formatted(load()));
        all.putAll(settings);
        return all;
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        return line(Path.of("/proc/cpuinfo"), "model name").replaceAll(".*:\\s*", "");
    }

    private static String memory() {
        String kilobytes = line(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty() ? "memory unknown" : "%d GiB".formatted(Long.parseLong(kilobytes) >> 20);
    }

    private static String line(Path file, String start) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(start)).findFirst().orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String commit() {
        try {
            ToolRun git = ToolRun.run(List.of("git", "describe", "--always", "--dirty"));
            return git.succeeded() ? git.output().strip() : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
