package io.counterpart.hq.feature;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The features. */
interface FeatureRepository extends AdministeredRepository<Feature> {}
