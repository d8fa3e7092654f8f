package io.counterpart.hq.reference;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The table {@code affiliation}. */
interface AffiliationRepository extends AdministeredRepository<Affiliation> {}
