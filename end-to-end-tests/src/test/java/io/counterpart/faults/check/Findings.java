package io.counterpart.faults.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is found after the quiet.
 *
 * @param hq the customer master
 * @param channels by channel database
 * @param distributed everything on 1010, in the order of the log
 * @param staged the edits that came to HQ by Kafka
 * @param shown the answers of searches
 * @param leftOver what should be empty now, by name: queues, open operations
 * @param evidence what was recorded while the faults went on
 */
public record Findings(
        List<Found> hq,
        Map<String, List<Found>> channels,
        List<Distributed> distributed,
        List<Staged> staged,
        List<Shown> shown,
        Map<String, Long> leftOver,
        Evidence evidence) {

    /** All places that hold customers, HQ first. */
    Map<String, List<Found>> places() {
        var places = new LinkedHashMap<String, List<Found>>();
        places.put("hq", hq);
        places.putAll(channels);
        return places;
    }
}
