package io.counterpart.hq.channel;

/** The functionality profiles. */
interface ProfileRepository extends AdministeredRepository<Profile> {}
