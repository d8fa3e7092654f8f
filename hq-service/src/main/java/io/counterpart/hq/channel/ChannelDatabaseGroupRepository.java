package io.counterpart.hq.channel;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The channel database groups. */
interface ChannelDatabaseGroupRepository extends AdministeredRepository<ChannelDatabaseGroup> {}
