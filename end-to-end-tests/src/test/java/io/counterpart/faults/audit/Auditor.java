package io.counterpart.faults.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.check.AuditFindings;
import io.counterpart.faults.check.SearchObservation;
import io.counterpart.faults.check.StoredCustomer;

/** Waits for quiescence and collects the findings. */
public final class Auditor {

    private static final Logger log = LoggerFactory.getLogger(Auditor.class);

    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(3);

    private static final String LONGEST_GAP = """
            select coalesce(max(extract(epoch from following - at) * 1000)::bigint, 1000000000)
            from (select returned_at as at, coalesce(lead(returned_at) over (order by returned_at), now()) as following
                  from customer
                  where last_name like ? and returned_at is not null) as arrived
            """;

    private final DatabaseAudit hq;
    private final List<DatabaseAudit> channels = new ArrayList<>();
    private final String bootstrapServers;
    private final String markers;
    private long nextNews = System.nanoTime();

    /**
     * @param channels the JDBC URLs of the channel databases by their names
     * @param markers the prefix of the markers of the run
     */
    public Auditor(String hq, Map<String, String> channels, String bootstrapServers, String markers) {
        this.hq = new DatabaseAudit("hq", hq);
        channels.forEach((name, url) -> this.channels.add(new DatabaseAudit(name, url)));
        this.bootstrapServers = bootstrapServers;
        this.markers = markers;
    }

    /**
     * Quiescent means: every queue is empty, and every channel has as many customers of the run as HQ, in the same
     * versions.
     */
    public Duration awaitQuiescence(Duration limit) {
        long start = System.nanoTime();
        try {
            Awaitility.await()
                    .atMost(limit)
                    .pollInterval(Duration.ofMillis(250))
                    .until(this::isQuiescent);
        } catch (ConditionTimeoutException e) {
            log.error("No quiet after {}: {}, versions {}", limit, depths(), fingerprints());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public AuditFindings findings(List<SearchObservation> shown) {
        return findings(shown, new EvidenceLog());
    }

    /** The final state, together with the records of the run. */
    public AuditFindings findings(List<SearchObservation> shown, EvidenceLog recorded) {
        Map<String, List<StoredCustomer>> atChannels = new LinkedHashMap<>();
        channels.forEach(channel -> atChannels.put(channel.name(), CustomerTables.atChannel(channel, markers)));
        return new AuditFindings(
                CustomerTables.atHq(hq, markers),
                atChannels,
                recorded.withEarlierSnapshots(TopicSnapshots.read(bootstrapServers, markers)),
                recorded.withEarlierEdits(CustomerTables.staged(hq, markers)),
                shown,
                depths(),
                recorded.evidence());
    }

    /** The longest time without a new account number at each channel database, up to now. */
    public Map<String, Duration> longestGaps() {
        return channels.stream()
                .collect(Collectors.toMap(
                        DatabaseAudit::name, channel -> Duration.ofMillis(channel.count(LONGEST_GAP, markers + "%"))));
    }

    public Map<String, Long> depths() {
        return QueueDepths.depths(hq, channels);
    }

    private boolean isQuiescent() {
        Map<String, Long> depths = depths();
        Map<String, String> fingerprints = fingerprints();
        if (System.nanoTime() > nextNews) {
            nextNews = System.nanoTime() + BETWEEN_NEWS.toNanos();
            log.info("Waiting for quiet: {} {}", depths, fingerprints);
        }
        return depths.values().stream().allMatch(depth -> depth == 0)
                && fingerprints.values().stream().distinct().count() == 1;
    }

    private Map<String, String> fingerprints() {
        var fingerprints = new LinkedHashMap<String, String>();
        fingerprints.put("hq", fingerprint(hq, "version"));
        channels.forEach(channel -> fingerprints.put(channel.name(), fingerprint(channel, "hq_version")));
        return fingerprints;
    }

    private String fingerprint(DatabaseAudit hq, String version) {
        return hq.list(
                        "select count(*) || ' customers, versions ' || coalesce(sum(%s), 0) from customer where last_name like ?"
                                .formatted(version),
                        row -> row.getString(1),
                        markers + "%")
                .get(0);
    }
}
