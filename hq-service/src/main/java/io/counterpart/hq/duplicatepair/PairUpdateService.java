package io.counterpart.hq.duplicatepair;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.duplicatepair.DuplicateGroupRepository.GroupSize;
import io.counterpart.hq.duplicatepair.MatchKeyRepository.CustomerPair;

/** Brings the pairs and groups of changed customers up to date, with a fixed number of statements. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PairUpdateService {

    private final MatchKeyRepository keys;
    private final DuplicateGroupRepository groups;
    private final DuplicatePairWriteRepository pairs;
    private final DuplicateScanProperties properties;

    PairUpdateService(
            MatchKeyRepository keys,
            DuplicateGroupRepository groups,
            DuplicatePairWriteRepository pairs,
            DuplicateScanProperties properties) {
        this.keys = keys;
        this.groups = groups;
        this.pairs = pairs;
        this.properties = properties;
    }

    /** Customers that do not exist any more are part of no pair and no group afterwards. */
    public void update(Set<UUID> changed, Instant now) {
        List<ComparedCustomer> customers = keys.read(changed);
        Set<Long> touched = replaceKeys(changed, customers);
        Set<UUID> removed = new HashSet<>(changed);
        customers.forEach(customer -> removed.remove(customer.asyncCustomerId()));
        keys.storeVersions(customers);
        keys.forget(removed);
        Set<UUID> affected = new HashSet<>(changed);
        affected.addAll(updateGroups(touched, now));
        updatePairs(affected, now);
        if (!removed.isEmpty()) {
            pairs.closeDecided(removed, now);
        }
    }

    public void deleteGone(Instant before) {
        pairs.deleteGone(before);
    }

    /** Returns the keys that the customers had or have. */
    private Set<Long> replaceKeys(Set<UUID> changed, List<ComparedCustomer> customers) {
        Set<Long> touched = new HashSet<>(keys.delete(changed));
        List<MatchKey> current = customers.stream()
                .flatMap(customer -> customer.matchKeys().stream())
                .toList();
        keys.insert(current);
        current.forEach(key -> touched.add(key.key()));
        return touched;
    }

    /** Returns the members of groups that began or ended: their pairs have to end or begin. */
    private Collection<UUID> updateGroups(Set<Long> touched, Instant now) {
        List<GroupSize> sizes = groups.sizes(touched, properties.largestGroup());
        var large = new ArrayList<GroupSize>();
        var ended = new ArrayList<Long>();
        var switched = new ArrayList<Long>();
        for (GroupSize size : sizes) {
            boolean isLarge = size.members() > properties.largestGroup();
            if (isLarge) {
                large.add(size);
            } else {
                ended.add(size.key());
            }
            if (isLarge != size.known()) {
                switched.add(size.key());
            }
        }
        groups.save(large, now);
        groups.delete(ended);
        return switched.isEmpty() ? Set.of() : keys.members(switched);
    }

    private void updatePairs(Set<UUID> affected, Instant now) {
        List<CustomerPair> candidates = keys.candidates(affected);
        Map<UUID, ComparedCustomer> contents = contents(candidates);
        var rated = new ArrayList<RatedPair>();
        for (CustomerPair pair : candidates) {
            ComparedCustomer one = contents.get(pair.firstCustomer());
            ComparedCustomer other = contents.get(pair.secondCustomer());
            if (one != null && other != null) {
                rated.add(new RatedPair(pair, one.compare(other)));
            }
        }
        // Equal hashes of different values have nothing in common.
        rated.removeIf(pair -> pair.rating().isEmpty());
        pairs.close(affected, pairs.save(rated, now), now);
    }

    private Map<UUID, ComparedCustomer> contents(List<CustomerPair> candidates) {
        Set<UUID> ids = new HashSet<>();
        candidates.forEach(pair -> {
            ids.add(pair.firstCustomer());
            ids.add(pair.secondCustomer());
        });
        Map<UUID, ComparedCustomer> contents = new HashMap<>();
        keys.read(ids).forEach(customer -> contents.put(customer.asyncCustomerId(), customer));
        return contents;
    }
}
