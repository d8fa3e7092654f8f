package io.counterpart.hq.channel;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The repository of functionality profiles. */
interface ProfileRepository extends AdministeredRepository<Profile> {}
