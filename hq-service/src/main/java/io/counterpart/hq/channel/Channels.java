package io.counterpart.hq.channel;

/** The channels. */
interface Channels extends Administered<Channel> {}
