package io.counterpart.hq.clerk;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The repository of clerks. */
interface ClerkRepository extends AdministeredRepository<Clerk> {}
