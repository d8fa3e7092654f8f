package io.counterpart.channel.configuration;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;

import io.counterpart.channel.clerk.ClerkService;
import io.counterpart.channel.security.DeviceTokenService;
import io.counterpart.contract.configuration.ChannelClerk;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.JobCommand;

/** Who may use the channels of this database, as HQ says: access tokens and clerks. */
@Service
public class CredentialService {

    private final DeviceTokenService tokens;
    private final ClerkService clerks;

    CredentialService(DeviceTokenService tokens, ClerkService clerks) {
        this.tokens = tokens;
        this.clerks = clerks;
    }

    /** Revokes the token or the clerk of the command. */
    public void revoke(JobCommand command) {
        if (command.action() == JobCommand.Action.REVOKE_CLERK) {
            clerks.revoke(Objects.requireNonNull(command.clerk(), "clerk"), command.at());
        } else {
            tokens.revoke(Objects.requireNonNullElse(command.token(), ""));
        }
    }

    /** Replaces those of a channel, in the caller's transaction. */
    void replace(ChannelConfiguration channel) {
        tokens.replace(channel.channel(), channel.tokens());
        List<ChannelClerk> sent = channel.clerks();
        if (sent != null) {
            clerks.replace(channel.channel(), sent);
        }
    }

    /** Removes those of a channel that belongs to another channel database, in the caller's transaction. */
    void remove(String channel) {
        tokens.replace(channel, List.of());
        clerks.replace(channel, List.of());
    }

    void refresh() {
        tokens.refresh();
    }
}
