package io.counterpart.hq.master;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/** Customers whom HQ has heard of and not converted yet; staging knows them. */
public interface StagedCustomerSource {

    /** The newest first. */
    List<CustomerSnapshot> find(SearchQuery query, int limit);

    Optional<CustomerSnapshot> one(UUID asyncCustomerId);
}
