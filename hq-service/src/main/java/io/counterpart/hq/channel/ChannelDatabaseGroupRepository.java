package io.counterpart.hq.channel;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The repository of channel database groups. */
interface ChannelDatabaseGroupRepository extends AdministeredRepository<ChannelDatabaseGroup> {}
