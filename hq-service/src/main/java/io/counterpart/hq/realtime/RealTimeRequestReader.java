package io.counterpart.hq.realtime;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.numbering.NumberSequenceExhaustedException;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.security.Caller;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/**
 * Reads and checks the calls of channels: JSON in the format of the topics, and only for the caller's channel database.
 */
@Component
class RealTimeRequestReader {

    private final MessageJson json;
    private final CallerChannelRepository channels;

    RealTimeRequestReader(MessageJson json, CallerChannelRepository channels) {
        this.json = json;
        this.channels = channels;
    }

    /** Unknown fields of a newer channel are ignored, as on the topics. */
    <T> T read(String body, Class<T> type) {
        T request;
        try {
            request = json.read(body, type);
        } catch (RuntimeException e) {
            throw malformed();
        }
        // The JSON null.
        require(request);
        return request;
    }

    void require(@Nullable Object... values) {
        if (Stream.of(values).anyMatch(Objects::isNull)) {
            throw malformed();
        }
    }

    void requireList(@Nullable List<?> values, int most) {
        if (values == null || values.size() > most || values.stream().anyMatch(Objects::isNull)) {
            throw malformed();
        }
    }

    void requireOwn(Caller caller, @Nullable String channelDatabase) {
        if (channelDatabase == null || !channelDatabase.equals(caller.channelDatabase())) {
            throw StandardProblem.FORBIDDEN.because("The orders belong to another channel database.");
        }
    }

    void requireOwn(Caller caller, @Nullable String channelDatabase, @Nullable String channel) {
        if (channelDatabase == null
                || !channelDatabase.equals(caller.channelDatabase())
                || !channels.belongsTo(channel, channelDatabase)) {
            throw StandardProblem.FORBIDDEN.because("The channel belongs to another channel database.");
        }
    }

    /** Only an online store knows the identities of a sign-in. */
    void requireOnlineStore(String channelDatabase) {
        if (!channels.hasOnlineStore(channelDatabase)) {
            throw StandardProblem.FORBIDDEN.because("The channel database has no online store.");
        }
    }

    /** Not an error of the request: the channel tries again after the number sequence has been extended. */
    static <T> T numbered(Supplier<T> act) {
        try {
            return act.get();
        } catch (NumberSequenceExhaustedException e) {
            throw HqProblem.TRY_AGAIN.because("The operation is processed automatically.");
        }
    }

    private static Problem malformed() {
        return StandardProblem.MALFORMED_REQUEST.because("A field is missing or unknown.");
    }
}
