package io.counterpart.contract;

/** How a customer wants receipts. */
public enum ReceiptOption {
    POS,
    EMAIL,
    BOTH
}
