package io.counterpart.hq.testing.bad;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.client.RestClient;

/** Breaks rules, so that a test sees them catch it. */
@Transactional
public class CallsOutInATransaction {

    private final RestClient http;

    public CallsOutInATransaction(RestClient http) {
        this.http = http;
    }

    public void call() {
        http.get();
    }
}
