package io.counterpart.hq.master;

import java.util.List;

/** Reports that customers were changed; listeners run in the same transaction. */
public record CustomersChangedEvent(List<String> accountNumbers) {}
