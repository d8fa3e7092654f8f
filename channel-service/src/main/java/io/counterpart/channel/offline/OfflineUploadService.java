package io.counterpart.channel.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.Problem;

/** Processes an upload: the new customers first, then the changes one by one in the order of the items. */
@Service
class OfflineUploadService {

    private final OfflineItemReader reader;
    private final ReceivedOperationRepository received;
    private final OfflineCreationService creations;
    private final OfflineChangeService changes;

    OfflineUploadService(
            OfflineItemReader reader,
            ReceivedOperationRepository received,
            OfflineCreationService creations,
            OfflineChangeService changes) {
        this.reader = reader;
        this.received = received;
        this.creations = creations;
        this.changes = changes;
    }

    List<OfflineItemResult> process(Caller caller, List<JsonNode> nodes) {
        var upload = new OfflineUpload(caller, nodes.size());
        var created = new ArrayList<OfflineCreation>();
        var changed = new ArrayList<OfflineChange>();
        for (OfflineItem item : read(nodes, upload)) {
            if (item instanceof OfflineCreation creation) {
                created.add(creation);
            } else if (item instanceof OfflineChange change) {
                changed.add(change);
            }
        }
        creations.create(created, upload);
        changes.apply(changed, upload.refused(created), upload);
        return upload.results();
    }

    private List<OfflineItem> read(List<JsonNode> nodes, OfflineUpload upload) {
        var items = new ArrayList<OfflineItem>();
        for (int i = 0; i < nodes.size(); i++) {
            try {
                items.add(reader.read(i, nodes.get(i)));
            } catch (Problem problem) {
                upload.record(i, OfflineItemResult.unreadable(nodes.get(i), i, problem));
            }
        }
        upload.received(received.find(items.stream()
                .map(OfflineItem::operation)
                .filter(Objects::nonNull)
                .toList()));
        return items;
    }
}
