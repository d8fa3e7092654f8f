package io.counterpart.faults.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.audit.RestoreAuditor;
import io.counterpart.faults.check.Restore;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.sabotage.Fault;
import io.counterpart.faults.sabotage.FaultSchedule.Once;
import io.counterpart.stack.process.StackException;

/** Loss of whole data stores: topics are trimmed, Kafka is wiped, databases are restored to an earlier state. */
final class Disasters {

    private static final Logger log = LoggerFactory.getLogger(Disasters.class);
    private static final List<String> HQ = List.of("hq", "hq-2");

    private final SystemUnderTest system;
    private final RestoreAuditor auditor;
    private final OperationHistory history;
    private final DatabaseCopies copies;
    private final Map<String, Long> copiedAt = new ConcurrentHashMap<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    Disasters(SystemUnderTest system, RestoreAuditor auditor, OperationHistory history) {
        this.system = system;
        this.auditor = auditor;
        this.history = history;
        this.copies = new DatabaseCopies(system.stack()::jdbcUrl);
    }

    /**
     * The uploads are deleted from Kafka; records that HQ has not read are lost there, and more of them when HQ was
     * down.
     */
    List<Fault> topicTrimmed() {
        return List.of(
                oneAtATime(Fault.atOnce("trim cdx.p-0001", "cdx.p-0001", auditor::trimUploads)),
                oneAtATime(Fault.of("trim cdx.p-0001 while hq is down", "hq", this::stopHqAndTrim, this::startHq)));
    }

    /** Broker and data directory are lost and replaced by an empty Kafka. */
    Fault kafkaWiped() {
        return oneAtATime(Fault.of("wipe kafka", "kafka", this::wipeKafka, () -> system.restart("kafka")));
    }

    /** Copies early in the run, restores later: HQ first, so that a channel loses nothing that HQ has just lost too. */
    List<Once> restores(String channelDatabase) {
        String channel = "channel_" + channelDatabase;
        return List.of(
                new Once(copy("hq"), 0.02, 0.10),
                new Once(copy(channel), 0.12, 0.20),
                new Once(oneAtATime(Fault.atOnce("restore hq", "hq database", this::restoreHq)), 0.55, 0.65),
                new Once(
                        oneAtATime(Fault.atOnce(
                                "restore " + channel, channel + " database", () -> restoreChannel(channelDatabase))),
                        0.90,
                        0.98));
    }

    private Fault copy(String database) {
        return Fault.atOnce("copy " + database, database + " database", () -> {
            copies.copy(database);
            copiedAt.put(database, history.now());
        });
    }

    private void stopHqAndTrim() throws Exception {
        HQ.forEach(system.stack()::kill);
        auditor.trimUploads();
    }

    private void startHq() {
        HQ.forEach(system::restart);
    }

    // Each disaster reads what it is about to destroy; another one at the same time would destroy that evidence.
    private Fault oneAtATime(Fault disaster) {
        return Fault.of(
                disaster.name(),
                disaster.target(),
                () -> {
                    turn.lock();
                    disaster.inflict();
                },
                () -> {
                    try {
                        disaster.revert();
                    } finally {
                        turn.unlock();
                    }
                });
    }

    // HQ is suspended until Kafka is wiped, so that nothing is published that the auditor has not read.
    private void wipeKafka() throws Exception {
        List<String> paused = HQ.stream().filter(system.stack()::isAlive).toList();
        for (String process : paused) {
            system.pause(process);
        }
        try {
            auditor.beforeKafkaIsWiped();
            system.stack().kill("kafka");
            delete(system.stack().data().resolve("kafka").resolve("data"));
        } finally {
            for (String process : paused) {
                resume(process);
            }
        }
    }

    private void restoreHq() throws Exception {
        requireCopy("hq");
        Instant start = Instant.now();
        HQ.forEach(system.stack()::kill);
        try {
            copies.putAside("hq");
            auditor.beforeHqRestore(system.stack().jdbcUrl(DatabaseCopies.abandoned("hq")));
            copies.putInPlace("hq");
            copies.dropAbandoned("hq");
        } finally {
            ensureInPlace("hq");
            HQ.forEach(system::restart);
        }
        // Channels and Kafka have what HQ lost: the next disaster must not destroy that before HQ has read it.
        system.headquarters().awaitRecovery(start);
    }

    private void restoreChannel(String channelDatabase) throws Exception {
        String database = "channel_" + channelDatabase;
        requireCopy(database);
        if (copies.hasCopy("hq")) {
            throw new IllegalStateException(
                    "HQ is restored first: a channel must not lose what HQ is about to lose too");
        }
        List<String> services = SystemUnderTest.SERVICES.stream()
                .filter(service -> service.startsWith(channelDatabase))
                .toList();
        services.forEach(system.stack()::kill);
        long stopped = history.now();
        try {
            copies.putAside(database);
            auditor.beforeChannelRestore(
                    system.stack().jdbcUrl(DatabaseCopies.abandoned(database)),
                    system.stack().jdbcUrl(DatabaseCopies.copyOf(database)));
            copies.putInPlace(database);
            copies.dropAbandoned(database);
        } finally {
            ensureInPlace(database);
            services.forEach(system::restart);
            auditor.restored(new Restore(channelDatabase, copiedAt.getOrDefault(database, 0L), stopped, history.now()));
        }
    }

    // Other faults may stop PostgreSQL or Kafka in the middle of a restore.
    private void ensureInPlace(String database) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> {
            copies.ensureInPlace(database);
            return true;
        });
    }

    private void requireCopy(String database) throws SQLException {
        if (!copies.hasCopy(database)) {
            throw new IllegalStateException("There is no earlier state of " + database);
        }
    }

    private void resume(String process) throws IOException {
        try {
            system.resume(process);
        } catch (IllegalStateException | StackException e) {
            log.info("{} was not there any more: {}", process, e.getMessage());
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
