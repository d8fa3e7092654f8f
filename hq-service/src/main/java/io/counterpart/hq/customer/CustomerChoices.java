package io.counterpart.hq.customer;

import java.util.List;

import io.counterpart.contract.ReceiptOption;
import io.counterpart.contract.configuration.AttributeDefinition;

/**
 * The values that the forms of a customer offer.
 *
 * @param currencies of the operating units of the channels
 * @param languages the same
 */
record CustomerChoices(
        List<String> customerGroups,
        List<String> affiliations,
        List<AttributeDefinition> attributes,
        List<String> currencies,
        List<String> languages) {

    public List<ReceiptOption> receiptOptions() {
        return List.of(ReceiptOption.values());
    }
}
