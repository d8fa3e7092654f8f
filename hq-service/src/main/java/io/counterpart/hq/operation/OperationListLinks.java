package io.counterpart.hq.operation;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import io.counterpart.hq.page.SortLink;

/** The links of the list of operations that keep its filter. */
public record OperationListLinks(OperationFilterForm filter) {

    /** The query string of the list with this filter, for links. */
    public String query() {
        return query(parameters());
    }

    /** The same filter for another status. */
    public String queryWithStatus(@Nullable String other) {
        Map<String, String> parameters = parameters();
        parameters.remove("status");
        OperationFilterForm.put(parameters, "status", other);
        if ("SUCCEEDED".equals(other)) {
            // Only open operations have a cause.
            parameters.remove("errorCode");
        }
        return query(parameters);
    }

    /** The link of the heading of the operations' times; null: no index has this order with these criteria. */
    public @Nullable SortLink sortByTime() {
        OperationFilter criteria = filter.toFilter();
        boolean latest = criteria.isByTime() && !criteria.sort().isAscending();
        return criteria.isByTime() || criteria.isSortableByTime()
                ? SortLink.of(criteria.isByTime(), !latest, sorted(latest ? "earliest" : "latest"))
                : null;
    }

    /** The link of the heading of the times of arrival; null: no index has this order with these criteria. */
    public @Nullable SortLink sortByArrival() {
        OperationFilter criteria = filter.toFilter();
        boolean newest = !criteria.isByTime() && !criteria.sort().isAscending();
        return criteria.isSortableByArrival()
                ? SortLink.of(!criteria.isByTime(), !newest, sorted(newest ? "oldest" : null))
                : null;
    }

    private String sorted(@Nullable String order) {
        Map<String, String> parameters = parameters();
        parameters.remove("sort");
        OperationFilterForm.put(parameters, "sort", order);
        return "/synchronization" + query(parameters);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = filter.parameters();
        OperationFilterForm.put(parameters, "columns", filter.columns());
        if (filter.isPersonal()) {
            parameters.remove("q");
            OperationFilterForm.put(parameters, "search", filter.search());
        }
        return parameters;
    }

    private static String query(Map<String, String> parameters) {
        var uri = UriComponentsBuilder.newInstance();
        parameters.forEach(uri::queryParam);
        String query = uri.build().encode().getQuery();
        // Without parameters, the page would open with the default view of the user.
        return query == null ? "?view=none" : "?" + query;
    }

    public String queryBehind(long recid) {
        return query() + "&before=" + recid;
    }

    public String queryAhead(long recid) {
        return query() + "&after=" + recid;
    }
}
