package io.counterpart.benchmarks.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Resource usage of a process and its descendants according to the kernel; needs Linux's {@code /proc}. */
public final class ProcessUsage {

    // USER_HZ is 100 on every Linux, regardless of the kernel's own clock.
    private static final double TICKS_PER_SECOND = 100;
    // The fields of /proc/PID/stat after the name: utime, stime, and the same for children that have ended.
    private static final int FIRST_TIME = 11;
    private static final int LAST_TIME = 14;

    private ProcessUsage() {}

    public static boolean isAvailable() {
        return Files.isReadable(Path.of("/proc/self/stat"));
    }

    /** CPU time so far, in seconds: of the process, its descendants, and those that have ended. */
    public static double cpuSeconds(long pid) {
        return family(pid).mapToDouble(ProcessUsage::ownCpuSeconds).sum();
    }

    /** Resident memory of the process itself, in megabytes. */
    public static double residentMegabytes(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024.0)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Stream<Long> family(long pid) {
        Stream<Long> children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(pid), children);
    }

    // A process that has just ended is included in its parent's time from now on.
    private static double ownCpuSeconds(long pid) {
        List<String> lines = lines(Path.of("/proc", Long.toString(pid), "stat"));
        if (lines.isEmpty()) {
            return 0;
        }
        String line = lines.get(0);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int i = FIRST_TIME; i <= LAST_TIME; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
