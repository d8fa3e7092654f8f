package io.counterpart.channel.till;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import org.springframework.stereotype.Service;

import io.counterpart.channel.security.Caller;
import io.counterpart.contract.session.ChannelReport.TillState;

/** Stores what a till says about itself, with one statement. */
@Service
class TillHeartbeatService {

    private final TillStateRepository tills;
    private final TillProperties properties;
    private final Clock clock;

    TillHeartbeatService(TillStateRepository tills, TillProperties properties, Clock clock) {
        this.tills = tills;
        this.properties = properties;
        this.clock = clock;
    }

    TillHeartbeatView receive(Caller caller, TillHeartbeatRequest sent) {
        TillState state = TillHeartbeatReader.read(caller, sent, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        tills.save(state);
        return new TillHeartbeatView(
                state.heardAt(), state.clockSkewSeconds(), properties.interval().toSeconds());
    }
}
