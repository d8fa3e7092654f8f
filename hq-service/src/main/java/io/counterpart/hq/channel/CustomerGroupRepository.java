package io.counterpart.hq.channel;

/** The table {@code customer_group}. */
interface CustomerGroupRepository extends AdministeredRepository<CustomerGroup> {}
