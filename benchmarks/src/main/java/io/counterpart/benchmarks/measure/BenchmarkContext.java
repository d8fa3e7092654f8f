package io.counterpart.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

import io.counterpart.benchmarks.Target;
import io.counterpart.benchmarks.figure.Metric;
import io.counterpart.benchmarks.figure.MetricGoal;
import io.counterpart.benchmarks.tool.Database;
import io.counterpart.stack.LocalStack;
import io.counterpart.stack.StackOptions;
import io.counterpart.stack.network.TcpProxy;
import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.StackPort;

/** The context of the benchmarks: a stack that is started on demand, the metrics so far, and the progress. */
final class BenchmarkContext implements AutoCloseable {

    private static final String CHANNEL_DATABASE = "harbor";

    private final BenchmarkOptions options;
    private final Path data;
    private final TraceSettings traces;
    private final List<Metric> figures = new ArrayList<>();
    private @Nullable LocalStack stack;
    private @Nullable TcpProxy proxyToHq;
    private @Nullable ProgressBar bar;

    BenchmarkContext(BenchmarkOptions options, Path data) {
        this.options = options;
        this.data = data;
        this.traces = new TraceSettings(options.sampling());
    }

    BenchmarkOptions options() {
        return options;
    }

    Path data() {
        return data;
    }

    List<Metric> figures() {
        return figures;
    }

    /** Returns the running stack, or starts a fresh one. */
    LocalStack stack() {
        LocalStack running = stack;
        return running == null ? freshStack(UnaryOperator.identity()) : running;
    }

    /**
     * HQ and one channel database, comparable to other systems: a store and its headquarters. It represents a server
     * and not a laptop, so PostgreSQL gets its usual share of the memory.
     */
    LocalStack freshStack(UnaryOperator<StackOptions> tuned) {
        end();
        PortLayout ports = PortLayout.free();
        TcpProxy proxy = TcpProxy.to("hq", ports.of(StackPort.HQ));
        proxyToHq = proxy;
        StackOptions usual = StackOptions.onFreePorts(data.resolve("stack"))
                .withPorts(ports)
                .withFresh(true)
                .withChannelDatabases(CHANNEL_DATABASE)
                .withProperty("postgres", "shared_buffers", "2GB")
                .withProperty(CHANNEL_DATABASE, "counterpart.hq-url", "http://127.0.0.1:" + proxy.port());
        if (options.statements()) {
            usual = usual.withProperty("postgres", "shared_preload_libraries", "pg_stat_statements");
        }
        LocalStack started = LocalStack.start(tuned.apply(traces.applyTo(usual, BacklogDrain.SERVICES)));
        stack = started;
        return started;
    }

    /** The proxy between the channel and HQ's Real-time service. */
    TcpProxy proxyToHq() {
        return Objects.requireNonNull(proxyToHq, "a stack was started");
    }

    Target target() {
        return Target.of(stack());
    }

    Database channelDatabase() {
        return new Database(stack().jdbcUrl("channel_harbor"));
    }

    Database hqDatabase() {
        return new Database(stack().jdbcUrl("hq"));
    }

    long pid(String process) {
        return stack().processes().stream()
                .filter(view -> view.name().equals(process))
                .map(view -> Objects.requireNonNull(view.pid(), process))
                .findFirst()
                .orElseThrow();
    }

    void begin(Benchmark measure) {
        bar = new ProgressBarBuilder()
                .setTaskName(measure.id())
                .setInitialMax(measure.steps(options))
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(1_000)
                .build();
    }

    void step(String doing) {
        if (bar != null) {
            bar.step();
            bar.setExtraMessage(" " + doing);
        }
    }

    void finish() {
        if (bar != null) {
            bar.stepTo(bar.getMax());
            bar.close();
        }
    }

    void report(Benchmark measure, String what, String unit, @Nullable MetricGoal aim, List<Double> values) {
        report(measure.id(), what, unit, aim, values);
    }

    /** Adds a metric of another benchmark that was measured along with this one. */
    void report(String measure, String what, String unit, @Nullable MetricGoal aim, List<Double> values) {
        figures.add(new Metric(measure, what, unit, aim, values));
    }

    /** Waits for a condition; throws when the limit is exceeded. */
    void await(String what, Duration limit, Condition condition) throws InterruptedException, IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IOException("Within %s it did not happen: %s".formatted(limit, what));
            }
            Thread.sleep(20);
        }
    }

    /** Waits until HQ has converted all created customers; otherwise it would do so during the next measurement. */
    void awaitNumbers() throws InterruptedException, IOException {
        try (Database channel = channelDatabase()) {
            await("what was created is converted", Duration.ofMinutes(5), () -> {
                return channel.text("select 1 from customer where account_number is null limit 1")
                        .isEmpty();
            });
        }
    }

    /** A condition to wait for. */
    interface Condition {

        boolean holds() throws IOException, InterruptedException;
    }

    private void end() {
        if (stack != null) {
            stack.close();
            stack = null;
        }
        if (proxyToHq != null) {
            try {
                proxyToHq.close();
            } catch (IOException e) {
                // Its target has ended.
            }
            proxyToHq = null;
        }
    }

    @Override
    public void close() {
        end();
        traces.close();
    }
}
