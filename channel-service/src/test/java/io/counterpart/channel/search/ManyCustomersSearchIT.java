package io.counterpart.channel.search;

import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.ManyCustomers;
import io.counterpart.contract.search.AnyWordQueries;
import io.counterpart.contract.search.HitsQuery;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.contract.search.SimilarQuery;
import io.counterpart.contract.search.UnknownWords;

import static org.assertj.core.api.Assertions.assertThat;

/** Partial matches and criteria among 120,000 customers, of which thousands match a word. */
class ManyCustomersSearchIT extends ChannelServiceContext {

    @BeforeEach
    void insert() {
        ManyCustomers.insert(jdbc);
    }

    @AfterEach
    void delete() {
        ManyCustomers.delete(jdbc);
    }

    @Test
    void findsPartialMatchesByTheIndexAndReadsFewOfThem() {
        assertThat(check("{\"query\": \"pedro nobody77\", \"partial\": true}")
                        .at("/items/49/match")
                        .asString())
                .isEqualTo("PARTIAL");
        assertThat(check("{\"query\": \"pedor rico\", \"partial\": true}")
                        .at("/items/49/match")
                        .asString())
                .isEqualTo("SIMILAR");
        assertThat(check("{\"criteria\": {\"name\": \"pedro rico\", \"postcode\": \"z119980\"}}")
                        .at("/items/0/matchedBy"))
                .hasSize(2);
        assertThat(plan(AnyWordQueries.of(SearchQuery.of("pedro nobody77"), new UnknownWords(Set.of(), true))
                        .get(0)
                        .hits()))
                .contains("customer_search");
        assertThat(plan(SimilarQuery.of(SearchQuery.of("pedor rico"))
                        .orElseThrow()
                        .hits()))
                .contains("customer_search");
    }

    private JsonNode check(String body) {
        Response answer = harbor.post(CUSTOMERS + "/search", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String plan(HitsQuery hits) {
        return SearchTestSupport.plan(jdbc, hits.picking(), hits.terms());
    }
}
