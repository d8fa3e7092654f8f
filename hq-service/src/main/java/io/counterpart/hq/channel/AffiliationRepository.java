package io.counterpart.hq.channel;

/** The table {@code affiliation}. */
interface AffiliationRepository extends AdministeredRepository<Affiliation> {}
