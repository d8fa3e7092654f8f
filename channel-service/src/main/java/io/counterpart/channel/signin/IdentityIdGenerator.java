package io.counterpart.channel.signin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.support.security.Sha256;

/**
 * Derives the async customer id of a sign-up from its identity (a UUID of version 8). Two concurrent sign-ups are
 * therefore one creation, also at HQ, which is called before anything is stored here.
 */
@Component
class IdentityIdGenerator {

    private final String channelDatabase;

    IdentityIdGenerator(ChannelProperties properties) {
        this.channelDatabase = properties.channelDatabase();
    }

    UUID of(ExternalIdentity identity) {
        // No text contains the separator, so that distinct identities have distinct inputs.
        String whole = String.join("\0", channelDatabase, identity.issuer(), identity.subject());
        var hash = ByteBuffer.wrap(Sha256.digest(whole.getBytes(StandardCharsets.UTF_8)));
        long most = (hash.getLong() & ~0xF000L) | 0x8000L;
        long least = (hash.getLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }
}
