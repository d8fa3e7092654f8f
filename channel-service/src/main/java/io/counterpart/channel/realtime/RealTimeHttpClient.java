package io.counterpart.channel.realtime;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.realtime.RealTimeResult.Unreachable;

/**
 * One call to HQ over HTTP; a communication failure is returned as a result too. An instance that cannot be reached is
 * replaced by the next one, at once if the request has not been sent, otherwise for the following calls.
 */
class RealTimeHttpClient {

    private static final Logger log = LoggerFactory.getLogger(RealTimeHttpClient.class);
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    // A connection that HQ closed while it was idle fails at once; then there is time for a second attempt.
    private static final long AT_ONCE = Duration.ofMillis(200).toNanos();

    // Everyone may read it, and no statement is sent for it.
    private static final String STATIC_FILE = "/icons.svg";

    private volatile List<RestClient> instances;
    private volatile int current;

    /** @param instances one for each instance of HQ */
    RealTimeHttpClient(List<RestClient> instances) {
        this.instances = List.copyOf(instances);
    }

    /** Replaces the instances by as many others, which trust other certificates. Running calls are completed. */
    void use(List<RestClient> others) {
        instances = List.copyOf(others);
    }

    /** Whether an instance answers: a proxy whose servers are all away accepts connections too. */
    boolean responds() {
        return instances.stream().anyMatch(RealTimeHttpClient::responds);
    }

    private static boolean responds(RestClient hq) {
        try {
            Boolean responded = hq.head()
                    .uri(STATIC_FILE)
                    .exchange((sent, response) -> !response.getStatusCode().is5xxServerError());
            return Boolean.TRUE.equals(responded);
        } catch (RestClientException e) {
            log.debug("HQ does not respond", e);
            return false;
        }
    }

    <T> RealTimeResult<T> post(String path, Object request, Class<T> answer) {
        byte[] body = MessageJson.bytes(request);
        List<RestClient> hq = instances;
        int first = current;
        RealTimeResult<T> result = post(hq.get(first), path, body, answer);
        for (int next = 1; next < hq.size() && result instanceof Unreachable<T> away; next++) {
            current = (first + next) % hq.size();
            if (away.mayBeDone()) {
                return result;
            }
            result = post(hq.get(current), path, body, answer);
        }
        return result;
    }

    private static <T> RealTimeResult<T> post(RestClient hq, String path, byte[] body, Class<T> answer) {
        long start = System.nanoTime();
        try {
            return send(hq, path, body, answer);
        } catch (RestClientException e) {
            if (isConnectFault(e)) {
                return new Unreachable<>("No connection to headquarters", false);
            }
            return System.nanoTime() - start < AT_ONCE ? retry(hq, path, body, answer) : broken(e);
        }
    }

    // Every posted request carries an id: a repetition has one effect.
    private static <T> RealTimeResult<T> retry(RestClient hq, String path, byte[] body, Class<T> answer) {
        try {
            return send(hq, path, body, answer);
        } catch (RestClientException e) {
            // The first attempt may have been applied even if this one found no connection.
            return broken(e);
        }
    }

    private static <T> RealTimeResult<T> send(RestClient hq, String path, byte[] body, Class<T> answer) {
        RealTimeResult<T> answered = hq.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)
                .body(body)
                .exchange((sent, response) -> read(response, answer));
        return answered == null ? new Unreachable<>("No answer", true) : answered;
    }

    private static <T> RealTimeResult<T> read(ClientHttpResponse response, Class<T> answer) throws IOException {
        int status = response.getStatusCode().value();
        byte[] body = response.getBody().readNBytes(MOST_BYTES);
        return RealTimeResponseMapper.of(status, body, answer);
    }

    private static boolean isConnectFault(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException) {
                log.warn(
                        "No TLS connection to HQ: {}. Check counterpart.hq-url and counterpart.real-time.ssl-bundle",
                        cause.getMessage());
                return true;
            }
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
