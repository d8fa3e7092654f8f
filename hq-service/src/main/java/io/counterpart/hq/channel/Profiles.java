package io.counterpart.hq.channel;

/** The functionality profiles. */
interface Profiles extends Administered<Profile> {}
