package io.counterpart.hq.reference;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The table {@code customer_group}. */
interface CustomerGroupRepository extends AdministeredRepository<CustomerGroup> {}
