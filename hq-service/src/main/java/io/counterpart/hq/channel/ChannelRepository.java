package io.counterpart.hq.channel;

import io.counterpart.hq.configuration.AdministeredRepository;

/** The repository of channels. */
interface ChannelRepository extends AdministeredRepository<Channel> {}
