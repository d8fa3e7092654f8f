package io.counterpart.faults.audit;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.contract.Topics;
import io.counterpart.faults.check.Restore;
import io.counterpart.faults.check.StagedEdit;
import io.counterpart.faults.kafka.TopicAdmin;

/**
 * Records the data that a fault is about to destroy. An operation of a channel database that is restored may be lost if
 * no other place has it: HQ has not staged it, and it is not on the topic beyond the offset of HQ.
 */
public final class RestoreAuditor {

    private static final Logger log = LoggerFactory.getLogger(RestoreAuditor.class);

    public static final String STAGING_GROUP = "hq.p-0001";

    private static final String OPERATIONS = """
            select id, type, payload from async_operation where payload is not null and length(payload::text) < 1000000
            """;

    private final DatabaseAudit hq;
    private final String bootstrapServers;
    private final String markers;
    private final EvidenceLog evidence;

    public RestoreAuditor(String hq, String bootstrapServers, String markers, EvidenceLog evidence) {
        this.hq = new DatabaseAudit("hq", hq);
        this.bootstrapServers = bootstrapServers;
        this.markers = markers;
        this.evidence = evidence;
    }

    /**
     * Records which operations exist only in the abandoned state of a channel database, and which values its edits
     * replaced.
     *
     * @param abandoned the JDBC URL of the state that is given up; its services do not run
     * @param earlier the JDBC URL of the state that replaces it
     */
    public void beforeChannelRestore(String abandoned, String earlier) throws InterruptedException, ExecutionException {
        Set<UUID> kept = ids(operations(new DatabaseAudit("earlier state", earlier)));
        var channel = new DatabaseAudit("abandoned state", abandoned);
        // A restored HQ takes the state of a customer from the channel: an edit that replaced another is only here.
        evidence.keepEdits(CustomerTables.logged(channel, markers));
        List<LoggedOperation> forgotten = operations(channel).stream()
                .filter(operation -> !kept.contains(operation.operationId()))
                .toList();
        // In this order: what HQ reads in between is in both.
        Set<UUID> unread = new TopicAdmin(bootstrapServers).unread(Topics.P_0001, STAGING_GROUP);
        Set<UUID> staged =
                Set.copyOf(hq.list("select operation_id from async_operation", row -> row.getObject(1, UUID.class)));
        forgotten.stream()
                .filter(operation -> unread.contains(operation.operationId()))
                .forEach(evidence::onlyOnTheTopic);
        List<LoggedOperation> lost = forgotten.stream()
                .filter(operation -> !unread.contains(operation.operationId()))
                .filter(operation -> !staged.contains(operation.operationId()))
                .toList();
        log.info("The restore forgets {}, of which nothing else has {}", ids(forgotten), ids(lost));
        lost.stream().map(LoggedOperation::exempt).forEach(evidence::exempt);
    }

    /**
     * Records the period in which the services of a channel database had lost operations that they had acknowledged.
     */
    public void restored(Restore restore) {
        evidence.add(restore);
    }

    /**
     * Records the edits that HQ had staged, the values that its customers had, and the operations that it had applied of a
     * channel database that does not exist and so cannot upload them again.
     */
    public void beforeHqRestore(String abandoned) {
        var hq = new DatabaseAudit("hq", abandoned);
        evidence.keepEdits(CustomerTables.staged(hq, markers));
        // An edit that HQ had applied was the customer's value; after the restore a later one may win at once.
        evidence.keepEdits(CustomerTables.atHq(hq, markers).stream()
                .map(it -> new StagedEdit(it.marker(), List.copyOf(it.fields().values()), ""))
                .toList());
        // A synchronous edit that another one replaced while Kafka was away.
        evidence.keepEdits(CustomerTables.unpublished(hq, markers));
        hq
                .list(
                        "select operation_id, kind, payload from async_operation where channel_database = 'nowhere'",
                        row -> new LoggedOperation(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .stream()
                .map(LoggedOperation::exempt)
                .forEach(evidence::exempt);
    }

    /** Records the distributed snapshots, and the operations that HQ had not read. */
    public void beforeKafkaIsWiped() throws InterruptedException, ExecutionException {
        evidence.keepSnapshots(TopicSnapshots.read(bootstrapServers, markers));
        evidence.deletedUnread(new TopicAdmin(bootstrapServers).unread(Topics.P_0001, STAGING_GROUP));
    }

    public void trimUploads() throws InterruptedException, ExecutionException {
        evidence.deletedUnread(new TopicAdmin(bootstrapServers).trim(Topics.P_0001, STAGING_GROUP));
    }

    private static List<LoggedOperation> operations(DatabaseAudit channel) {
        return channel.list(
                OPERATIONS,
                row -> new LoggedOperation(
                        row.getObject("id", UUID.class), row.getString("type"), row.getString("payload")));
    }

    private static Set<UUID> ids(List<LoggedOperation> operations) {
        return operations.stream().map(LoggedOperation::operationId).collect(Collectors.toSet());
    }
}
