package io.counterpart.hq.savedview;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static io.counterpart.hq.savedview.ListColumn.extra;
import static io.counterpart.hq.savedview.ListColumn.usual;

/** The long lists, with their columns and the parameters of their addresses. */
public enum ViewedList {
    OPERATIONS(
            "/synchronization",
            Set.of("status", "channel", "channelDatabase", "device", "kind", "errorCode", "from", "to", "sort"),
            Set.of("clerk", "q", "search"),
            List.of(
                    usual("operation", "common.operation"),
                    usual("channel", "common.channel"),
                    extra("channelDatabase", "common.channelDatabase"),
                    usual("customer", "status.column.customer"),
                    usual("asyncCustomerId", "common.asyncCustomerId"),
                    usual("time", "common.time"),
                    extra("received", "status.column.received"),
                    usual("status", "common.status"),
                    extra("attempts", "status.column.attempts"))),
    SESSIONS(
            "/sessions",
            Set.of("direction", "channelDatabase", "failed", "sort"),
            Set.of(),
            List.of(
                    usual("started", "sessions.column.started"),
                    extra("finished", "sessions.column.finished"),
                    usual("channelDatabase", "common.channelDatabase"),
                    usual("job", "sessions.column.job"),
                    usual("counters", "sessions.column.counters"),
                    usual("rows", "sessions.column.rows"),
                    usual("status", "common.status"),
                    usual("attempts", "sessions.column.attempts"),
                    usual("duration", "sessions.column.duration"))),
    DEAD_LETTERS(
            "/dead-letters/group",
            Set.of(),
            Set.of("cause", "topic", "all", "sort"),
            List.of(
                    usual("arrived", "deadLetters.column.arrived"),
                    usual("status", "common.status"),
                    usual("channel", "common.channel"),
                    usual("key", "deadLetters.column.key"),
                    extra("position", "deadLetters.column.position"),
                    usual("cause", "deadLetters.column.cause"))),
    CUSTOMERS(
            "/customers",
            Set.of(),
            Set.of("search"),
            List.of(
                    usual("account", "common.customerAccount"),
                    usual("name", "common.name"),
                    usual("email", "customerSearch.column.email"),
                    usual("phone", "customerSearch.column.phone"),
                    extra("asyncCustomerId", "common.asyncCustomerId"),
                    usual("createdIn", "customerSearch.column.createdIn")));

    private final String path;
    // Collections of Set.of and List.of.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> stored;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> others;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<ListColumn> columns;

    ViewedList(String path, Set<String> stored, Set<String> others, List<ListColumn> columns) {
        this.path = path;
        this.stored = stored;
        this.others = others;
        this.columns = columns;
    }

    public List<ListColumn> columns() {
        return columns;
    }

    /** Whether there is something to store: the only filter of some lists is a search, which may be personal data. */
    public boolean hasViews() {
        return !stored.isEmpty();
    }

    String path() {
        return path;
    }

    /** The parameters that a saved view consists of. */
    Set<String> stored() {
        return stored;
    }

    /** All parameters that select the rows of the page. */
    Set<String> kept() {
        return Stream.concat(stored.stream(), others.stream()).collect(Collectors.toSet());
    }

    List<String> usualColumns() {
        return columns.stream().filter(ListColumn::usual).map(ListColumn::id).toList();
    }

    /**
     * Those of the given columns that exist, in the order of the list; the usual ones if there is none. The first column
     * is always shown, because it has the link to the row's own page.
     */
    List<String> known(List<String> ids) {
        String first = columns.get(0).id();
        List<String> known = columns.stream()
                .map(ListColumn::id)
                .filter(id -> id.equals(first) || ids.contains(id))
                .toList();
        return known.equals(List.of(first)) && !ids.contains(first) ? usualColumns() : known;
    }
}
