package io.counterpart.hq.channel;

/** The channels. */
interface ChannelRepository extends AdministeredRepository<Channel> {}
