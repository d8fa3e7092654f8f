package io.counterpart.hq.channel;

/** The channel database groups. */
interface ChannelDatabaseGroupRepository extends AdministeredRepository<ChannelDatabaseGroup> {}
