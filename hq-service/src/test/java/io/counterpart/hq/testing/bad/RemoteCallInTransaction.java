package io.counterpart.hq.testing.bad;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.client.RestClient;

/** Breaks rules, so that a test sees them catch it. */
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
