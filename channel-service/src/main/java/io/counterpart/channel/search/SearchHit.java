package io.counterpart.channel.search;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.counterpart.channel.customer.CustomerView;
import io.counterpart.contract.search.MatchedBy;

/**
 * A customer that was found.
 *
 * @param matchedBy the values that match, since a secondary phone is not part of the result
 */
record SearchHit(@JsonUnwrapped CustomerView customer, MatchQuality match, List<MatchedBy> matchedBy) {}
