package io.counterpart.hq.reference;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The repository of customer groups. */
interface CustomerGroupRepository extends AdministeredRepository<CustomerGroup> {}
