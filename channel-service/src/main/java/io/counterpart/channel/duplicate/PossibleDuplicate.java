package io.counterpart.channel.duplicate;

import java.util.List;

import io.counterpart.channel.customer.CustomerView;
import io.counterpart.contract.search.DuplicateReason;
import io.counterpart.contract.search.DuplicateScore;

/**
 * A customer that the entered one may duplicate.
 *
 * @param score from 0 to 100; from {@link DuplicateScore#CERTAIN} on, HQ considers both one customer
 */
record PossibleDuplicate(CustomerView customer, int score, List<DuplicateReason> reasons) {}
