package io.counterpart.faults.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.counterpart.contract.Topics;
import io.counterpart.faults.audit.RestoreAuditor;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.kafka.RecordFaultInjector;
import io.counterpart.faults.sabotage.Fault;
import io.counterpart.faults.sabotage.FaultSchedule.FaultFamily;
import io.counterpart.faults.sabotage.FaultSchedule.Once;
import io.counterpart.stack.network.TcpProxy;

/** All faults of a system, by kind. */
public final class FaultCatalog {

    private static final Duration DELAY = Duration.ofMillis(150);
    private static final int REPEATED = 300;

    private final SystemUnderTest system;
    private final RecordFaultInjector meddler;
    private final DatabaseFaults sabotage;
    private final Forgeries forgeries;
    private final Disasters disasters;

    public FaultCatalog(
            SystemUnderTest system,
            RecordFaultInjector meddler,
            Forgeries forgeries,
            RestoreAuditor auditor,
            OperationHistory history) {
        this.system = system;
        this.meddler = meddler;
        this.sabotage = new DatabaseFaults(system);
        this.forgeries = forgeries;
        this.disasters = new Disasters(system, auditor, history);
    }

    /** Faults that are injected once in every long run. The seed selects the channel database of the heartbeat. */
    public List<Once> everyRun(long seed) {
        List<Fault> future = forgeries.future();
        Fault heartbeat = future.get(Math.floorMod(seed, SystemUnderTest.CHANNEL_DATABASES.size()));
        return Stream.of(
                        Stream.of(heartbeat),
                        future.stream().skip(SystemUnderTest.CHANNEL_DATABASES.size()),
                        Stream.of(forgeries.usedNumber(), forgeries.usedId()),
                        disasters.topicTrimmed().stream().limit(1))
                .flatMap(faults -> faults)
                .map(fault -> new Once(fault, 0.3, 0.9))
                .toList();
    }

    /**
     * Faults that take too long to be injected randomly; once in every long run. The seed selects the channel database
     * that is restored.
     */
    public List<Once> disasters(long seed) {
        String database =
                SystemUnderTest.CHANNEL_DATABASES.get(Math.floorMod(seed, SystemUnderTest.CHANNEL_DATABASES.size()));
        return Stream.concat(
                        Stream.of(new Once(disasters.kafkaWiped(), 0.25, 0.40)), disasters.restores(database).stream())
                .toList();
    }

    /** The disasters by kind, without the copies that restores need. */
    public List<FaultFamily> disasterFamilies(long seed) {
        return Stream.of("wipe kafka", "restore hq", "restore channel")
                .map(kind -> new FaultFamily(
                        kind,
                        disasters(seed).stream()
                                .map(Once::fault)
                                .filter(fault -> fault.name().startsWith(kind))
                                .toList()))
                .toList();
    }

    public List<FaultFamily> all() {
        return List.of(
                new FaultFamily(
                        "kill a service",
                        SystemUnderTest.SERVICES.stream().map(this::kill).toList()),
                new FaultFamily("kill the infrastructure", List.of(kill("kafka"), kill("postgres"))),
                new FaultFamily(
                        "pause",
                        Stream.concat(SystemUnderTest.SERVICES.stream(), Stream.of("kafka", "postgres"))
                                .map(this::pause)
                                .toList()),
                new FaultFamily("cut", wires("cut", TcpProxy::cut, wire -> true)),
                new FaultFamily("black hole", wires("black hole", TcpProxy::blackHole, wire -> true)),
                new FaultFamily("slow", wires("slow", proxy -> proxy.slow(DELAY), wire -> true)),
                new FaultFamily(
                        "answers lost",
                        wires("lose answers", TcpProxy::dropResponses, wire -> !wire.endsWith("-kafka"))),
                new FaultFamily("records", records()),
                new FaultFamily("database", sabotage.backendsEnded()),
                new FaultFamily("transaction", sabotage.transactionsHeld()),
                new FaultFamily("too large", sabotage.tooLargeRecords()),
                new FaultFamily("unconvertible", List.of(sabotage.customersRefused())));
    }

    /** Kinds that need more than a minute or an operator to recover. */
    public List<FaultFamily> slowToHeal() {
        return List.of(
                new FaultFamily("topic trimmed", disasters.topicTrimmed()),
                new FaultFamily("future", forgeries.future()),
                new FaultFamily("used number", List.of(forgeries.usedNumber())),
                new FaultFamily("used id", List.of(forgeries.usedId())));
    }

    private Fault kill(String process) {
        return Fault.of("kill " + process, process, () -> system.stack().kill(process), () -> system.restart(process));
    }

    private Fault pause(String process) {
        return Fault.of("pause " + process, process, () -> system.pause(process), () -> system.resume(process));
    }

    private List<Fault> wires(String verb, Consumer<TcpProxy> harm, Predicate<String> which) {
        return system.proxies().values().stream()
                .filter(proxy -> which.test(proxy.name()))
                .map(proxy ->
                        Fault.of(verb + " " + proxy.name(), proxy.name(), () -> harm.accept(proxy), proxy::restore))
                .toList();
    }

    private List<Fault> records() {
        var faults = new ArrayList<Fault>();
        for (String topic : List.of(
                Topics.P_0001,
                Topics.CUSTOMERS_1010,
                Topics.CHANNEL_CONFIGURATION_1070,
                Topics.GLOBAL_CONFIGURATION_1110,
                Topics.SESSIONS)) {
            faults.add(Fault.atOnce("repeat and reorder " + topic, topic, () -> meddler.repeat(topic, REPEATED)));
            faults.add(Fault.atOnce("litter " + topic, topic, () -> meddler.sendMalformed(topic)));
        }
        return faults;
    }
}
