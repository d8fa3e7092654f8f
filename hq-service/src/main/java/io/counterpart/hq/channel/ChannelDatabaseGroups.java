package io.counterpart.hq.channel;

/** The channel database groups. */
interface ChannelDatabaseGroups extends Administered<ChannelDatabaseGroup> {}
