package io.counterpart.hq.channel;

/**
 * A channel, or a channel database, that a search found.
 *
 * @param name of the channel, or the group of the channel database
 * @param matches how many match in all
 */
public record ChannelMatch(String id, String name, long matches) {}
