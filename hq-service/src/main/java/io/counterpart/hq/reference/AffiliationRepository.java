package io.counterpart.hq.reference;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The repository of affiliations. */
interface AffiliationRepository extends AdministeredRepository<Affiliation> {}
