package io.counterpart.faults.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import io.counterpart.faults.audit.Auditor;
import io.counterpart.faults.check.Violation;
import io.counterpart.faults.workload.ConflictingTill;
import io.counterpart.faults.workload.Workload;
import io.counterpart.stack.LocalStack;
import io.counterpart.stack.StackOptions;
import io.counterpart.stack.client.DemoTokens;
import io.counterpart.stack.network.TcpProxy;
import io.counterpart.stack.process.StackException;

/**
 * PostgreSQL, Kafka, two instances of HQ, two of the channel service harbor, one of online; all connected through
 * proxies.
 */
public final class SystemUnderTest implements AutoCloseable {

    static final List<String> SERVICES = List.of("hq", "hq-2", "harbor", "harbor-2", "online");
    static final List<String> CHANNEL_DATABASES = List.of("harbor", "online");

    /** How far into the future HQ accepts the timestamps of others. */
    static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(SystemUnderTest.class);
    private static final Duration RESTART_LIMIT = Duration.ofMinutes(5);

    // HQ requests what it misses again after up to 20 seconds.
    private static final Duration RECONCILED = Duration.ofSeconds(60);

    private final LocalStack stack;
    private final NetworkProxies wires;

    private SystemUnderTest(LocalStack stack, NetworkProxies wires) {
        this.stack = stack;
        this.wires = wires;
    }

    public static SystemUnderTest start(Path data) {
        StackOptions options = StackOptions.onFreePorts(data).withFresh(true).withSecondInstanceOf("hq", "harbor");
        NetworkProxies.ProxiedService wired = NetworkProxies.around(HealingSettings.quick(options), SERVICES);
        var system = new SystemUnderTest(LocalStack.start(wired.options()), wired.wires());
        try {
            system.headquarters().prepare();
        } catch (IOException e) {
            throw new UncheckedIOException("HQ could not be set up", e);
        }
        return system;
    }

    public HeadquartersOperator headquarters() {
        return new HeadquartersOperator(stack);
    }

    public LocalStack stack() {
        return stack;
    }

    /** Starts clients at every channel, two at each. */
    public void fill(Workload shop) {
        for (int i = 0; i < 2; i++) {
            shop.seat("harbor", "HARBOR", instances("harbor", "harbor-2"), DemoTokens.POS_HARBOR);
            shop.seat("harbor", "STATION", instances("harbor-2", "harbor"), DemoTokens.POS_STATION);
            shop.seat("online", "ONLINE", instances("online"), DemoTokens.STOREFRONT_ONLINE);
        }
    }

    /** A till that assigns the same id to customers of two channel databases. */
    public ConflictingTill conflictingTill(Workload shop, long seed) {
        return new ConflictingTill(
                shop,
                seed,
                new ConflictingTill.Channel("harbor", "HARBOR", instances("harbor", "harbor-2"), DemoTokens.POS_HARBOR),
                new ConflictingTill.Channel("online", "ONLINE", instances("online"), DemoTokens.STOREFRONT_ONLINE));
    }

    public Auditor auditor(String markers) {
        return new Auditor(
                stack.jdbcUrl("hq"),
                Map.of(
                        "harbor", stack.jdbcUrl("channel_harbor"),
                        "online", stack.jdbcUrl("channel_online")),
                stack.addresses().kafka(),
                markers);
    }

    /** Prints HQ's reconciliation of every channel database, which must be complete. */
    public List<Violation> reconcile() throws IOException {
        var disagreements = new ArrayList<Violation>();
        for (String database : CHANNEL_DATABASES) {
            JsonNode said = headquarters().reconciliation(database, RECONCILED);
            log.info("HQ reconciles {}: {}", database, said);
            if (!said.path("complete").asBoolean()) {
                disagreements.add(new Violation("reconciliation", "-", said.toString()));
            }
        }
        return disagreements;
    }

    /** Reverts every fault that may still be active. */
    public void revertFaults() {
        wires.revertAll();
        stack.processes().parallelStream().forEach(process -> restart(process.name()));
        repairData();
    }

    /** Removes the constraint with which HQ's database refuses customers, and retries the failed operations. */
    public void repairData() {
        try {
            new DatabaseFaults(this).refuseNone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("What failed at HQ could not be repaired", e);
        }
    }

    @Override
    public void close() throws IOException {
        stack.close();
        wires.close();
    }

    Map<String, TcpProxy> proxies() {
        return wires.proxies();
    }

    /** A service whose database or broker is unavailable during its start may exit, so the start is retried. */
    public void restart(String process) {
        long deadline = System.nanoTime() + RESTART_LIMIT.toNanos();
        while (true) {
            try {
                stack.start(process);
                return;
            } catch (StackException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                log.info(
                        "{} is started again: {}",
                        process,
                        String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            }
        }
    }

    public void pause(String process) throws IOException {
        ProcessSignals.pause(pid(process));
    }

    public void resume(String process) throws IOException {
        ProcessSignals.resume(pid(process));
    }

    private long pid(String process) {
        return stack.processes().stream()
                .filter(view -> view.name().equals(process))
                .map(view -> view.pid())
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(process + " does not run"));
    }

    private List<URI> instances(String... processes) {
        return java.util.stream.Stream.of(processes)
                .map(stack.addresses()::instance)
                .toList();
    }
}
