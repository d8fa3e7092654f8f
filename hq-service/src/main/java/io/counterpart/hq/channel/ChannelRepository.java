package io.counterpart.hq.channel;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The channels. */
interface ChannelRepository extends AdministeredRepository<Channel> {}
