package io.counterpart.channel.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.channel.customer.Customer;
import io.counterpart.channel.customer.CustomerReader;
import io.counterpart.channel.customer.CustomerView;
import io.counterpart.channel.realtime.RealTimeService;
import io.counterpart.channel.search.CustomerSearchService.Hit;
import io.counterpart.channel.search.SearchCursor.Stage;
import io.counterpart.channel.search.SearchPage.HeadquartersNote;
import io.counterpart.contract.realtime.FindCustomers;
import io.counterpart.contract.realtime.FindCustomers.Found;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * Searches this channel database and, on request, HQ. Local customers come first; HQ adds those that the local search
 * does not find, so that no customer appears twice on any page. HQ is called for the first page in any case, to report
 * its availability at once. Local customers that match partially are found on request, if no customer matches.
 */
@Service
class FederatedSearchService {

    private final LocalSearchService search;
    private final CustomerReader customers;
    private final RealTimeService headquarters;

    FederatedSearchService(LocalSearchService search, CustomerReader customers, RealTimeService headquarters) {
        this.search = search;
        this.customers = customers;
        this.headquarters = headquarters;
    }

    SearchPage searchLocal(SearchQuery query, SearchCursor cursor, int limit, boolean partial) {
        boolean orPartial = partial && cursor.equals(SearchCursor.START) && query.criteria() == null;
        // One more than requested, to determine whether there is a next page.
        List<Hit> hits =
                orPartial ? search.findCompleteOrPartial(query, limit + 1) : search.find(query, cursor, limit + 1);
        return new SearchPage(shown(query, hits, limit), next(hits, limit), null);
    }

    SearchPage everywhere(SearchQuery query, SearchCursor cursor, int limit, boolean partial) {
        List<Hit> hits = search.find(query, cursor, limit + 1);
        if (cursor.isPartial()) {
            return new SearchPage(shown(query, hits, limit), next(hits, limit), null);
        }
        SearchPage page = withHeadquarters(query, hits, cursor, limit);
        return partial && cursor.equals(SearchCursor.START) ? orPartial(query, page, limit) : page;
    }

    // Only if no customer matches: a search for a whole name is for the customers that have it.
    private SearchPage orPartial(SearchQuery query, SearchPage page, int limit) {
        if (!page.items().isEmpty() || page.nextCursor() != null) {
            return page;
        }
        List<Hit> hits = search.findPartial(query, limit + 1);
        return new SearchPage(shown(query, hits, limit), next(hits, limit), page.headquarters());
    }

    private SearchPage withHeadquarters(SearchQuery query, List<Hit> hits, SearchCursor cursor, int limit) {
        var items = new ArrayList<>(shown(query, hits, limit));
        int room = limit - items.size();
        SearchCursor next =
                hits.size() > limit ? hits.get(limit - 1).cursor() : SearchCursor.headquarters(cursor.atHeadquarters());
        if (room == 0 && !cursor.equals(SearchCursor.START)) {
            return new SearchPage(items, next.text(), HeadquartersNote.ASKED);
        }
        return headquarters
                .find(new FindCustomers(query.typed(), Math.max(1, room), cursor.atHeadquarters(), query.criteria()))
                .fold(
                        found -> room == 0
                                ? page(items, next, hits, found, limit)
                                : added(items, query, found, cursor.equals(SearchCursor.START)),
                        refused -> new SearchPage(items, nextLocal(next), HeadquartersNote.refused(refused.reason())),
                        () -> new SearchPage(items, nextLocal(next), HeadquartersNote.UNREACHABLE),
                        unreachable -> new SearchPage(items, nextLocal(next), HeadquartersNote.UNREACHABLE));
    }

    private static SearchPage page(List<SearchHit> items, SearchCursor next, List<Hit> hits, Found found, int limit) {
        boolean more = hits.size() > limit || !found.customers().isEmpty();
        return new SearchPage(items, more ? next.text() : null, HeadquartersNote.ASKED);
    }

    private SearchPage added(List<SearchHit> items, SearchQuery query, Found found, boolean onePage) {
        Set<UUID> ids = new HashSet<>();
        found.customers().forEach(snapshot -> idsOf(snapshot).forEach(ids::add));
        // One page shows all local customers. They are not searched again: a customer that arrives while HQ responds
        // would be found now, and then be on no page.
        Set<UUID> foundHere = onePage
                ? items.stream().map(hit -> hit.customer().id()).collect(Collectors.toSet())
                : search.foundAmong(ids, query);
        items.addAll(foreign(found.customers(), query, ids, foundHere));
        String next = found.nextCursor();
        return new SearchPage(
                items, next == null ? null : SearchCursor.headquarters(next).text(), HeadquartersNote.ASKED);
    }

    // While HQ is unavailable, a search ends after the local customers.
    private static @Nullable String nextLocal(SearchCursor next) {
        return next.stage() == Stage.HEADQUARTERS ? null : next.text();
    }

    private List<SearchHit> foreign(
            List<CustomerSnapshot> snapshots, SearchQuery query, Set<UUID> ids, Set<UUID> foundHere) {
        Map<UUID, Customer> here = ids.isEmpty() ? Map.of() : customers.findAll(ids);
        Set<UUID> shown = new HashSet<>();
        var reasons = new MatchReasons(query);
        var hits = new ArrayList<SearchHit>();
        for (CustomerSnapshot snapshot : snapshots) {
            Customer known = here.get(snapshot.asyncCustomerId());
            UUID id = known == null ? snapshot.asyncCustomerId() : known.asyncCustomerId();
            if (idsOf(snapshot).noneMatch(foundHere::contains) && !foundHere.contains(id) && shown.add(id)) {
                CustomerView view = known == null ? CustomerView.of(snapshot) : customers.profileView(known);
                hits.add(new SearchHit(view, MatchQuality.COMPLETE, reasons.of(snapshot)));
            }
        }
        return hits;
    }

    private static Stream<UUID> idsOf(CustomerSnapshot snapshot) {
        return Stream.concat(Stream.of(snapshot.asyncCustomerId()), snapshot.aliases().stream());
    }

    private static @Nullable String next(List<Hit> hits, int limit) {
        return hits.size() > limit ? hits.get(limit - 1).cursor().text() : null;
    }

    private List<SearchHit> shown(SearchQuery query, List<Hit> hits, int limit) {
        var reasons = new MatchReasons(query);
        return hits.stream()
                .limit(limit)
                .map(hit -> new SearchHit(
                        customers.profileView(hit.customer()), MatchReasons.quality(hit.stage()), reasons.of(hit)))
                .toList();
    }
}
