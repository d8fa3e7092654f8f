package io.counterpart.channel.duplicate;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.ManyCustomers;

import static org.assertj.core.api.Assertions.assertThat;

/** Hints among 120,000 customers, of which thousands share a name and all share a phone. */
class ManyPossibleDuplicatesIT extends ChannelServiceContext {

    private static final String PEDRO = """
            {"firstName": "Pedro", "lastName": "Rico", "phone": "%s",
             "email": "many60000@example.com", "addresses": [{"zipCode": "z 000100"}]}
            """.formatted(ManyCustomers.SHARED_PHONE);

    @BeforeEach
    void insert() {
        ManyCustomers.insert(jdbc);
    }

    @AfterEach
    void delete() {
        ManyCustomers.delete(jdbc);
    }

    @Test
    void findsTheBestOnesWithoutReadingAllThatShareAPhone() {
        JsonNode items = check(PEDRO).json().path("items");

        assertThat(items).hasSize(10);
        assertThat(items.path(0).path("customer").path("email").asString()).isEqualTo("many60000@example.com");
        assertThat(items.path(0).path("score").asInt()).isEqualTo(98);
        assertThat(items.path(1).path("reasons").path(1).asString()).isEqualTo("NAME_AND_POSTCODE");
        assertThat(plan()).contains("customer_search").doesNotContain("Seq Scan");
    }

    private Response check(String body) {
        Response answer = harbor.post(CUSTOMERS + "/possible-duplicates", body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private String plan() {
        Map<String, Object> parameters = Map.of(
                "queries",
                new String[] {"'pedro' & 'rico'", "'" + ManyCustomers.SHARED_PHONE + "'"},
                "names",
                new String[] {"'pedro' & 'rico'"},
                "postcodes",
                new String[] {"Z000100"});
        return String.join(
                "\n",
                new NamedParameterJdbcTemplate(jdbc)
                        .queryForList("explain " + PossibleDuplicateRepository.FIND, parameters, String.class));
    }
}
