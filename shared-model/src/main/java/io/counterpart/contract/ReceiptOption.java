package io.counterpart.contract;

/** How a customer receives receipts. */
public enum ReceiptOption {
    POS,
    EMAIL,
    BOTH
}
