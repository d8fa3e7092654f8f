package io.counterpart.channel.realtime;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import io.counterpart.channel.realtime.RealTimeResult.Unreachable;
import io.counterpart.channel.wire.WireJson;
import io.counterpart.support.web.TraceContext;

/** One call to HQ over HTTP; a communication failure is returned as a result too. */
class RealTimeHttpClient {

    private static final Logger log = LoggerFactory.getLogger(RealTimeHttpClient.class);
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    // A connection that HQ closed while it was idle fails at once; then there is time for a second attempt.
    private static final long AT_ONCE = Duration.ofMillis(200).toNanos();

    private final RestClient hq;

    RealTimeHttpClient(RestClient hq) {
        this.hq = hq;
    }

    <T> RealTimeResult<T> post(String path, Object request, Class<T> answer) {
        byte[] body = WireJson.bytes(request);
        long start = System.nanoTime();
        try {
            return send(path, body, answer);
        } catch (RestClientException e) {
            if (isConnectFault(e)) {
                return new Unreachable<>("No connection to headquarters", false);
            }
            return System.nanoTime() - start < AT_ONCE ? retry(path, body, answer) : broken(e);
        }
    }

    // Every posted request carries an id: a repetition has one effect.
    private <T> RealTimeResult<T> retry(String path, byte[] body, Class<T> answer) {
        try {
            return send(path, body, answer);
        } catch (RestClientException e) {
            // The first attempt may have been applied even if this one found no connection.
            return broken(e);
        }
    }

    private <T> RealTimeResult<T> send(String path, byte[] body, Class<T> answer) {
        RealTimeResult<T> answered = hq.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                .headers(RealTimeHttpClient::trace)
                .body(body)
                .exchange((sent, response) -> read(response, answer));
        return answered == null ? new Unreachable<>("No answer", true) : answered;
    }

    private static <T> RealTimeResult<T> read(ClientHttpResponse response, Class<T> answer) throws IOException {
        int status = response.getStatusCode().value();
        byte[] body = response.getBody().readNBytes(MOST_BYTES);
        return RealTimeResponseMapper.of(status, body, answer);
    }

    private static void trace(HttpHeaders headers) {
        String traceparent = TraceContext.traceparent();
        if (traceparent != null) {
            headers.set("traceparent", traceparent);
        }
    }

    private static boolean isConnectFault(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }

    private static <T> RealTimeResult<T> broken(RestClientException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        log.debug("HQ did not respond", e);
        return new Unreachable<>(cause.getClass().getSimpleName(), true);
    }
}
