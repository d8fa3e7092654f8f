package io.counterpart.hq.search;

import java.util.List;
import java.util.Optional;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import io.counterpart.hq.channel.ChannelMatch;
import io.counterpart.hq.channel.ChannelSearchService;

/** Stores and other channels, by ID or name. */
@Component
@Order(3)
class ChannelSource implements SearchSource {

    private static final String LIST = "/administration/channels";

    private final ChannelSearchService channels;

    ChannelSource(ChannelSearchService channels) {
        this.channels = channels;
    }

    /** IDs are as the list shows them: “Harbor” may be a customer, “HARBOR” is the store. */
    @Override
    public Optional<String> exact(String id) {
        return channels.hasChannel(id) ? Optional.of(SearchHit.path(LIST, id)) : Optional.empty();
    }

    @Override
    public SearchGroup find(SearchText wanted, int shown) {
        List<ChannelMatch> found = channels.channels(wanted.text(), shown);
        List<SearchHit> hits = found.stream()
                .map(it -> SearchHit.of(SearchHit.path(LIST, it.id()), it.name(), it.id()))
                .toList();
        long matches = found.isEmpty() ? 0 : found.get(0).matches();
        return SearchGroup.of("menu.channels", hits, shown, matches, wanted.in(LIST));
    }
}
