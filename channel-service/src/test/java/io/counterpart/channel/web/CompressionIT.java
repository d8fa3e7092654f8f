package io.counterpart.channel.web;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.testsupport.http.CompressedResponse;

import static org.assertj.core.api.Assertions.assertThat;

class CompressionIT extends ChannelServiceContext {

    @Test
    void compressesALongResponse() {
        CompressedResponse response = get("/v3/api-docs");

        assertThat(response.isCompressed()).isTrue();
        assertThat(response.text()).contains("\"openapi\"");
        assertThat(response.length()).isLessThan(response.text().length() / 4);
    }

    @Test
    void compressesACopyOfCustomers() {
        for (int i = 0; i < 10; i++) {
            harbor.post(CUSTOMERS, "{\"firstName\": \"Ann\", \"lastName\": \"Copied\"}");
        }

        CompressedResponse response = get("/api/v1/customers/changes");

        assertThat(response.isCompressed()).isTrue();
        assertThat(response.text()).contains("\"freshAsOf\"");
    }

    @Test
    void leavesAShortResponseAsItIs() {
        CompressedResponse response = get("/api/v1/customers/no-such-customer");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.isCompressed()).isFalse();
    }

    @Test
    void neverCompressesEvents() {
        CompressedResponse response = get("/api/v1/events");

        assertThat(response.type()).startsWith("text/event-stream");
        assertThat(response.isCompressed()).isFalse();
    }

    private CompressedResponse get(String path) {
        return CompressedResponse.get(port, path, "Bearer " + HARBOR_TOKEN);
    }
}
