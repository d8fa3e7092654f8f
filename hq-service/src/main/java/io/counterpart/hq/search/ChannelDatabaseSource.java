package io.counterpart.hq.search;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import io.counterpart.hq.channel.ChannelMatch;
import io.counterpart.hq.channel.ChannelSearchService;

/** Channel databases, by name. */
@Component
@Order(4)
class ChannelDatabaseSource implements SearchSource {

    private static final String LIST = "/administration/channel-databases";

    private final ChannelSearchService channels;

    ChannelDatabaseSource(ChannelSearchService channels) {
        this.channels = channels;
    }

    @Override
    public SearchGroup find(SearchText wanted, int shown) {
        List<ChannelMatch> found = channels.databases(wanted.text(), shown);
        List<SearchHit> hits = found.stream()
                .map(it -> SearchHit.of(row(it.id()), it.id(), it.name()))
                .toList();
        long matches = found.isEmpty() ? 0 : found.get(0).matches();
        return SearchGroup.of("menu.channelDatabases", hits, shown, matches, wanted.in(LIST));
    }

    private static String row(String database) {
        return UriComponentsBuilder.fromPath(LIST)
                .fragment("database-" + database)
                .build()
                .encode()
                .toUriString();
    }
}
