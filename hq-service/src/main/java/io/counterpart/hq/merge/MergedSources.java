package io.counterpart.hq.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.counterpart.contract.snapshot.UnappliedOperation;
import io.counterpart.hq.master.CustomerMerge;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.master.UnappliedOperations;

/** Distinguishes operations that were made under an ID of a merged customer from those of its survivor. */
final class MergedSources {

    private final MasterCustomer merged;
    private final Set<UUID> ids;

    MergedSources(MasterCustomer merged) {
        this.merged = merged;
        this.ids = new HashSet<>(merged.aliases());
        ids.add(merged.asyncCustomerId());
    }

    boolean hasId(UUID id) {
        return ids.contains(id);
    }

    /** The numbers of the last operations of one of the two, as that one counts them. */
    Map<String, Integer> numbers(MasterCustomer survivor, boolean ofMerged) {
        var numbers = new HashMap<String, Integer>();
        survivor.appliedOperations().forEach((source, number) -> {
            if (isMerged(source) == ofMerged) {
                numbers.put(ofMerged ? own(source) : source, number);
            }
        });
        return numbers;
    }

    /** The operations of one of the two that are not applied. */
    UnappliedOperations unapplied(MasterCustomer survivor, boolean ofMerged) {
        List<UnappliedOperation> operations = survivor.unapplied().operations().stream()
                .filter(it -> isMerged(it.source()) == ofMerged)
                .map(it -> ofMerged ? CustomerMerge.renamed(it, own(it.source())) : it)
                .toList();
        long notices = (ofMerged ? merged : survivor).unapplied().notices();
        return new UnappliedOperations(notices, operations);
    }

    private boolean isMerged(String source) {
        return ids.stream().anyMatch(id -> source.endsWith("/" + id));
    }

    private String own(String source) {
        String suffix = "/" + merged.asyncCustomerId();
        return source.endsWith(suffix) ? source.substring(0, source.length() - suffix.length()) : source;
    }
}
