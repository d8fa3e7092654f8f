package io.counterpart.hq.channel;

/** The features. */
interface FeatureRepository extends AdministeredRepository<Feature> {}
