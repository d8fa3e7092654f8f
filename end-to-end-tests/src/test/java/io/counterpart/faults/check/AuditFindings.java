package io.counterpart.faults.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings after quiescence.
 *
 * @param hq the customer master
 * @param channels by channel database
 * @param distributed all snapshots on 1010, in the order of the log
 * @param staged the edits that reached HQ through Kafka
 * @param shown the results of searches
 * @param leftOver what should be empty now, by name: queues, open operations
 * @param evidence what was recorded during the faults
 */
public record AuditFindings(
        List<StoredCustomer> hq,
        Map<String, List<StoredCustomer>> channels,
        List<DistributedSnapshot> distributed,
        List<StagedEdit> staged,
        List<SearchObservation> shown,
        Map<String, Long> leftOver,
        Evidence evidence) {

    /** All places that store customers, HQ first. */
    Map<String, List<StoredCustomer>> places() {
        var places = new LinkedHashMap<String, List<StoredCustomer>>();
        places.put("hq", hq);
        places.putAll(channels);
        return places;
    }
}
