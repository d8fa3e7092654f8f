package io.counterpart.faults.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.counterpart.contract.Topics;
import io.counterpart.faults.audit.RestoreAuditor;
import io.counterpart.faults.history.History;
import io.counterpart.faults.kafka.Meddler;
import io.counterpart.faults.sabotage.Fault;
import io.counterpart.faults.sabotage.Schedule.Family;
import io.counterpart.faults.sabotage.Schedule.Once;
import io.counterpart.stack.network.TcpProxy;

/** Everything that can be done to a system, by kind. */
public final class Faults {

    private static final Duration DELAY = Duration.ofMillis(150);
    private static final int REPEATED = 300;

    private final FaultySystem system;
    private final Meddler meddler;
    private final Sabotage sabotage;
    private final Forgeries forgeries;
    private final Disasters disasters;

    public Faults(FaultySystem system, Meddler meddler, Forgeries forgeries, RestoreAuditor auditor, History history) {
        this.system = system;
        this.meddler = meddler;
        this.sabotage = new Sabotage(system);
        this.forgeries = forgeries;
        this.disasters = new Disasters(system, auditor, history);
    }

    /** Kinds that are over at once: each of them in every long run. The seed says whose heartbeat it is. */
    public List<Once> everyRun(long seed) {
        List<Fault> future = forgeries.future();
        Fault heartbeat = future.get(Math.floorMod(seed, FaultySystem.CHANNEL_DATABASES.size()));
        return Stream.of(
                        Stream.of(heartbeat),
                        future.stream().skip(FaultySystem.CHANNEL_DATABASES.size()),
                        Stream.of(forgeries.usedNumber(), forgeries.usedId()),
                        disasters.topicTrimmed().stream().limit(1))
                .flatMap(faults -> faults)
                .map(fault -> new Once(fault, 0.3, 0.9))
                .toList();
    }

    /** Faults that take too long to come by chance; once in every long run. The seed says which channel database is set back. */
    public List<Once> disasters(long seed) {
        String database =
                FaultySystem.CHANNEL_DATABASES.get(Math.floorMod(seed, FaultySystem.CHANNEL_DATABASES.size()));
        return Stream.concat(
                        Stream.of(new Once(disasters.kafkaWiped(), 0.25, 0.40)), disasters.restores(database).stream())
                .toList();
    }

    /** The disasters by kind; the copies that restores need are none. */
    public List<Family> disasterFamilies(long seed) {
        return Stream.of("wipe kafka", "restore hq", "restore channel")
                .map(kind -> new Family(
                        kind,
                        disasters(seed).stream()
                                .map(Once::fault)
                                .filter(fault -> fault.name().startsWith(kind))
                                .toList()))
                .toList();
    }

    public List<Family> all() {
        return List.of(
                new Family(
                        "kill a service",
                        FaultySystem.SERVICES.stream().map(this::kill).toList()),
                new Family("kill the infrastructure", List.of(kill("kafka"), kill("postgres"))),
                new Family(
                        "pause",
                        Stream.concat(FaultySystem.SERVICES.stream(), Stream.of("kafka", "postgres"))
                                .map(this::pause)
                                .toList()),
                new Family("cut", wires("cut", TcpProxy::cut, wire -> true)),
                new Family("black hole", wires("black hole", TcpProxy::blackHole, wire -> true)),
                new Family("slow", wires("slow", proxy -> proxy.slow(DELAY), wire -> true)),
                new Family(
                        "answers lost", wires("lose answers", TcpProxy::loseAnswers, wire -> !wire.endsWith("-kafka"))),
                new Family("records", records()),
                new Family("database", sabotage.backendsEnded()),
                new Family("transaction", sabotage.transactionsHeld()),
                new Family("too large", sabotage.tooLargeRecords()),
                new Family("unconvertible", List.of(sabotage.customersRefused())));
    }

    /** Kinds that need more than a minute to heal, or an operator. */
    public List<Family> slowToHeal() {
        return List.of(
                new Family("topic trimmed", disasters.topicTrimmed()),
                new Family("future", forgeries.future()),
                new Family("used number", List.of(forgeries.usedNumber())),
                new Family("used id", List.of(forgeries.usedId())));
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
                .map(proxy -> Fault.of(verb + " " + proxy.name(), proxy.name(), () -> harm.accept(proxy), proxy::heal))
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
            faults.add(Fault.atOnce("litter " + topic, topic, () -> meddler.litter(topic)));
        }
        return faults;
    }
}
