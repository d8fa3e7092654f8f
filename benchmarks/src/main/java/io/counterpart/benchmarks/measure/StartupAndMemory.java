package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.tool.ProcessUsage;
import io.counterpart.stack.LocalStack;

/** Measures how long a service needs until it is ready, with and without a class data archive, and its memory. */
final class StartupAndMemory implements Benchmark {

    private static final List<String> SERVICES = List.of("hq", "harbor");

    @Override
    public String id() {
        return "P9";
    }

    @Override
    public String title() {
        return "Start of a service to ready, and its resident memory at rest";
    }

    @Override
    public int steps(BenchmarkOptions options) {
        return SERVICES.size() * (2 * options.runs() + 1);
    }

    @Override
    public void run(BenchmarkContext scene) throws IOException, InterruptedException {
        for (String service : SERVICES) {
            StartupTimes plain = starts(scene, service, List.of());
            scene.report(this, "start to ready: " + service, "s", MetricGoal.atMost(8, 4), plain.seconds());
            ClassDataArchive archive = record(scene, service);
            StartupTimes quick = starts(scene, service, archive.using());
            String with = "start with %s: %s".formatted(ClassDataArchive.title(), service);
            scene.report(this, with, "s", MetricGoal.atMost(8, ClassDataArchive.goal()), quick.seconds());
            if (ProcessUsage.isAvailable()) {
                reportMemory(scene, "", service, plain);
                reportMemory(scene, "  with %s: ".formatted(ClassDataArchive.title()), service, quick);
            }
        }
    }

    private void reportMemory(BenchmarkContext scene, String with, String service, StartupTimes starts) {
        String what = with + "resident memory at rest: " + service;
        scene.report(this, what, "MB", MetricGoal.atMost(400, 300), starts.megabytes());
    }

    private static ClassDataArchive record(BenchmarkContext scene, String service) throws IOException {
        scene.step("%s keeps its classes".formatted(service));
        var archive = new ClassDataArchive(scene.data().toAbsolutePath().resolve(service + ".classes"));
        LocalStack stack = scene.stack();
        stack.stop(service);
        stack.start(service, archive.recording());
        stack.stop(service);
        archive.requireWritten();
        return archive;
    }

    private static StartupTimes starts(BenchmarkContext scene, String service, List<String> jvmArguments)
            throws InterruptedException {
        LocalStack stack = scene.stack();
        var starts = new StartupTimes(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < scene.options().runs(); i++) {
            scene.step("starts " + service);
            stack.stop(service);
            long begin = System.nanoTime();
            stack.start(service, jvmArguments.toArray(String[]::new));
            starts.seconds().add((System.nanoTime() - begin) / 1e9);
            // Waits until the work after the start is done.
            Thread.sleep(scene.options().either(500, 5_000));
            starts.megabytes().add(ProcessUsage.residentMegabytes(scene.pid(service)));
        }
        return starts;
    }

    /** The measured values of one service. */
    private record StartupTimes(List<Double> seconds, List<Double> megabytes) {}
}
