package io.counterpart.hq.testing.bad;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.client.RestClient;

/** Violates rules, so that a test verifies that they detect it. */
@Transactional
public class RemoteCallInTransaction {

    private final RestClient http;

    public RemoteCallInTransaction(RestClient http) {
        this.http = http;
    }

    public void call() {
        http.get();
    }
}
