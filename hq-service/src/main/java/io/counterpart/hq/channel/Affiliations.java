package io.counterpart.hq.channel;

/** The table {@code affiliation}. */
interface Affiliations extends Administered<Affiliation> {}
