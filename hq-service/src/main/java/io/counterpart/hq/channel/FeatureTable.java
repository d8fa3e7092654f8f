package io.counterpart.hq.channel;

/** The features. */
interface FeatureTable extends Administered<Feature> {}
