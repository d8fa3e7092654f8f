package io.counterpart.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;

import io.counterpart.benchmarks.figure.Aim;
import io.counterpart.benchmarks.tool.ProcessGauge;
import io.counterpart.stack.LocalStack;

/** How long a service needs until it is ready, and what memory it takes then. */
final class StartAndMemory implements Measure {

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
        return SERVICES.size() * options.runs();
    }

    @Override
    public void run(Scene scene) throws InterruptedException {
        LocalStack stack = scene.stack();
        for (String service : SERVICES) {
            List<Double> seconds = new ArrayList<>();
            List<Double> megabytes = new ArrayList<>();
            for (int i = 0; i < scene.options().runs(); i++) {
                scene.step("starts " + service);
                stack.stop(service);
                long begin = System.nanoTime();
                stack.start(service);
                seconds.add((System.nanoTime() - begin) / 1e9);
                // Until what it does after its start is done.
                Thread.sleep(scene.options().either(500, 5_000));
                megabytes.add(ProcessGauge.residentMegabytes(scene.pid(service)));
            }
            scene.report(this, "start to ready: " + service, "s", Aim.atMost(8, 4), seconds);
            if (ProcessGauge.isAvailable()) {
                scene.report(this, "resident memory at rest: " + service, "MB", Aim.atMost(400, 300), megabytes);
            }
        }
    }
}
