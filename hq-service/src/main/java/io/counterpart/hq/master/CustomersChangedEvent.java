package io.counterpart.hq.master;

import java.util.List;

/** Customers were changed, in the transaction of whoever hears of it. */
public record CustomersChangedEvent(List<String> accountNumbers) {}
