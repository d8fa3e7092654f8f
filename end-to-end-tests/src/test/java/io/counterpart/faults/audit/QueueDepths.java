package io.counterpart.faults.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The depths of all queues. Operations of a channel that does not exist are injected garbage and are excluded. */
final class QueueDepths {

    private QueueDepths() {}

    static Map<String, Long> depths(DatabaseAudit hq, List<DatabaseAudit> channels) {
        var depths = new LinkedHashMap<String, Long>();
        for (DatabaseAudit channel : channels) {
            depths.put(
                    channel.name() + " P-job",
                    channel.count("select count(*) from async_operation_queue where refused is null"));
            depths.put(
                    channel.name() + " pending customers",
                    channel.count(
                            "select count(*) from customer where created_in_channel_database <> 'nowhere' and (sync_status <> 'SYNCED' or applied_operation < last_operation)"));
        }
        depths.put(
                "open operations", hq.count("select count(*) from open_operation where channel_database <> 'nowhere'"));
        depths.put(
                "heartbeats that are not of now",
                hq.count(
                        "select count(*) from channel_heartbeat where channel_database <> 'nowhere' and at not between now() - interval '1 minute' and now() + interval '1 minute'"));
        depths.put("distribution log", hq.count("select count(*) from distribution_log where refused is null"));
        return depths;
    }
}
