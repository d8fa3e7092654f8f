package io.counterpart.channel.search;

import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.contract.search.NewestHitsQuery;

import static org.assertj.core.api.Assertions.assertThat;

/** What several tests read of a search. */
final class SearchTestSupport {

    private SearchTestSupport() {}

    /** The IDs of the customers that match completely. */
    static List<String> complete(Response answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("match").asString().equals("COMPLETE"))
                .map(item -> item.path("asyncCustomerId").asString())
                .toList();
    }

    /** The executed plan of {@link NewestHitsQuery}. */
    static String plan(JdbcTemplate jdbc, String picking, String terms) {
        return String.join(
                "\n",
                new NamedParameterJdbcTemplate(jdbc)
                        .queryForList(
                                "explain analyze with " + NewestHitsQuery.WITH + " select count(*) from hit",
                                Map.of(
                                        "picking",
                                        picking,
                                        "terms",
                                        terms,
                                        "before",
                                        SearchCursor.FROM_START,
                                        "enough",
                                        51),
                                String.class));
    }
}
