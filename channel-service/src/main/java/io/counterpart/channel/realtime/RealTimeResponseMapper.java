package io.counterpart.channel.realtime;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.realtime.RealTimeResult.Done;
import io.counterpart.channel.realtime.RealTimeResult.Refused;
import io.counterpart.channel.realtime.RealTimeResult.TooEarly;
import io.counterpart.channel.realtime.RealTimeResult.Unreachable;

/** Distinguishes a refusal by HQ from a failure of a proxy in front of it. */
final class RealTimeResponseMapper {

    private static final Logger log = LoggerFactory.getLogger(RealTimeResponseMapper.class);
    private static final String TOO_EARLY = "operation-too-early";
    private static final int LONGEST_REASON = 500;

    private RealTimeResponseMapper() {}

    static <T> RealTimeResult<T> of(int status, byte[] body, Class<T> answer) {
        return switch (status) {
            case 200, 201 -> done(body, answer);
            case 400, 409, 422 -> no(body);
            case 404 -> isUnknownCustomer(body) ? no(body) : misconfigured(status);
            case 429, 503 -> new Unreachable<>("Headquarters responded " + status, false);
            default ->
                status >= 500 ? new Unreachable<>("Headquarters responded " + status, true) : misconfigured(status);
        };
    }

    private static <T> RealTimeResult<T> done(byte[] body, Class<T> answer) {
        try {
            T value = MessageJson.read(body, answer);
            return value == null ? unreadable() : new Done<>(value);
        } catch (JacksonException e) {
            return unreadable();
        }
    }

    // HQ has no such customer; any other 404 indicates a wrong address.
    private static boolean isUnknownCustomer(byte[] body) {
        try {
            ErrorBody no = MessageJson.read(body, ErrorBody.class);
            return no != null && "/problems/customer-not-found".equals(no.type);
        } catch (JacksonException e) {
            return false;
        }
    }

    // A refusal counts only in HQ's own format: an error page of a proxy contains no decision about the customer.
    private static <T> RealTimeResult<T> no(byte[] body) {
        try {
            ErrorBody no = MessageJson.read(body, ErrorBody.class);
            if (no == null || no.type == null || !no.type.startsWith("/problems/")) {
                return unreadable();
            }
            String name = no.type.substring("/problems/".length());
            return name.equals(TOO_EARLY) ? new TooEarly<>() : new Refused<>(no.code(name), no.reason());
        } catch (JacksonException e) {
            return unreadable();
        }
    }

    private static <T> RealTimeResult<T> unreadable() {
        return new Unreachable<>("The response is unreadable", true);
    }

    // Counts as a communication failure: an address or a token is configured wrongly, and no customer is at fault.
    private static <T> RealTimeResult<T> misconfigured(int status) {
        log.error(
                "HQ responded {} to this channel database. Check counterpart.hq-url and counterpart.hq-token", status);
        return new Unreachable<>("Headquarters responded " + status, false);
    }

    /** A problem in HQ's format. */
    record ErrorBody(
            @Nullable String type,
            @Nullable String title,
            @Nullable String detail,
            @Nullable String code) {

        String code(String otherwise) {
            return code == null ? otherwise : code;
        }

        String reason() {
            String reason = detail == null || detail.isBlank() ? title : detail;
            if (reason == null || reason.isBlank()) {
                return "Headquarters rejected the request without a reason.";
            }
            return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        }
    }
}
