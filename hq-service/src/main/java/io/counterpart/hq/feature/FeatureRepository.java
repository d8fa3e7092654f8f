package io.counterpart.hq.feature;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The repository of features. */
interface FeatureRepository extends AdministeredRepository<Feature> {}
