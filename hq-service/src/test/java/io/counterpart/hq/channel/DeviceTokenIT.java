package io.counterpart.hq.channel;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.Topics;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class DeviceTokenIT extends ConfigurationApiSupport {

    @Test
    void makesATokenThatIsShownOnceAndRevokesIt() {
        var answer = http.post()
                .uri("/api/v1/devices")
                .header(HttpHeaders.AUTHORIZATION, admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"device\": \"till 7\", \"role\": \"TILL\", \"channel\": \"HARBOR\"}")
                .exchange();
        assertThat(answer)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.token")
                .asString()
                .hasSizeGreaterThan(40);
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .singleElement()
                .asString()
                .contains("till 7");
        String id = work.texts("select sha256 from device_token where device = 'till 7'")
                .get(0);
        assertThat(get("/api/v1/devices")).bodyText().contains("till 7").doesNotContain("\"token\"");

        assertThat(http.delete().uri("/api/v1/devices/" + id).header(HttpHeaders.AUTHORIZATION, admin))
                .hasStatus(204);
        assertThat(work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070))
                .last()
                .asString()
                .doesNotContain("till 7");
    }

    @Test
    void revokesATokenAtItsChannelEvenWhile1070IsHeld() {
        http.post()
                .uri("/api/v1/devices")
                .header(HttpHeaders.AUTHORIZATION, admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"device\": \"till 8\", \"role\": \"TILL\", \"channel\": \"HARBOR\"}")
                .exchange();
        String id = work.texts("select sha256 from device_token where device = 'till 8'")
                .get(0);
        post("/api/v1/batch-jobs/1070/hold");

        assertThat(http.delete().uri("/api/v1/devices/" + id).header(HttpHeaders.AUTHORIZATION, admin))
                .hasStatus(204);

        assertThat(work.publishedTo(Topics.CONTROL))
                .last()
                .asString()
                .contains("\"action\":\"REVOKE_TOKEN\"", "\"token\":\"" + id + "\"", "\"channelDatabase\":\"harbor\"");
        post("/api/v1/batch-jobs/1070/release");
    }

    @Test
    void tellsTheChannelWhatEachOfItsStorefrontsMayDo() {
        put("/api/v1/channels/SHOP", null, channel("SHOP", "ONLINE_STORE", ""));
        device("{\"device\": \"shop\", \"role\": \"STOREFRONT\", \"channel\": \"SHOP\"}");
        device(
                "{\"device\": \"calls\", \"role\": \"STOREFRONT\", \"channel\": \"SHOP\", \"storefrontAccess\": \"FULL\"}");
        device("{\"device\": \"till\", \"role\": \"TILL\", \"channel\": \"SHOP\"}");
        assertThat(accessOfTokens()).containsExactlyInAnyOrder("calls FULL", "shop SIGN_IN_ONLY", "till none");

        put(
                "/api/v1/channels/SHOP",
                tag("/api/v1/channels/SHOP"),
                channel("SHOP", "ONLINE_STORE", ", \"storefrontAccess\": \"FULL\""));

        assertThat(accessOfTokens()).containsExactlyInAnyOrder("calls FULL", "shop FULL", "till none");
        assertThat(
                        device(
                                "{\"device\": \"x\", \"role\": \"TILL\", \"channel\": \"SHOP\", \"storefrontAccess\": \"FULL\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/storefrontAccess");
    }

    private List<String> accessOfTokens() {
        List<String> published = work.publishedTo(Topics.CHANNEL_CONFIGURATION_1070);
        return JsonMapper.shared()
                .readTree(published.get(published.size() - 1))
                .path("tokens")
                .valueStream()
                .map(token -> token.path("device").asString() + " "
                        + token.path("storefrontAccess").asString("none"))
                .toList();
    }

    private MvcTestResult device(String body) {
        return http.post()
                .uri("/api/v1/devices")
                .header(HttpHeaders.AUTHORIZATION, admin)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
