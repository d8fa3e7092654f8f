package io.counterpart.hq.channel;

import java.util.List;

import org.springframework.stereotype.Service;

/** Finds channels and channel databases by a part of their ID or name. */
@Service
public class ChannelSearchService {

    private final ChannelReadRepository configuration;

    ChannelSearchService(ChannelReadRepository configuration) {
        this.configuration = configuration;
    }

    public boolean hasChannel(String channel) {
        return !configuration.channel(channel).isEmpty();
    }

    public List<ChannelMatch> channels(String text, int limit) {
        return configuration.findChannels(text, limit);
    }

    public List<ChannelMatch> databases(String text, int limit) {
        return configuration.findDatabases(text, limit);
    }
}
