package io.counterpart.hq.master;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** Customers that are staged and not converted yet. */
public interface StagedCustomerSource {

    /** Newest first. */
    List<CustomerSnapshot> find(SearchQuery query, int limit);

    Optional<CustomerSnapshot> one(UUID asyncCustomerId);
}
