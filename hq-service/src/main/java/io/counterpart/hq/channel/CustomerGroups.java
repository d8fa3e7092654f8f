package io.counterpart.hq.channel;

/** The table {@code customer_group}. */
interface CustomerGroups extends Administered<CustomerGroup> {}
