package io.counterpart.channel.clerk;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

import io.counterpart.channel.security.TokenRevokedEvent;
import io.counterpart.support.problem.StandardProblem;

/**
 * The keys with which tills encrypt customer data: one for each token, made at the first sign-in and deleted when HQ
 * revokes the token, so that what the till has stored cannot be read any more.
 */
@Service
class DataKeyService {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataKeyRepository repository;
    private final Clock clock;

    DataKeyService(DataKeyRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Returns the key in Base64. */
    String keyOf(String token) {
        byte[] key = repository.find(token).orElseGet(() -> create(token));
        return Base64.getEncoder().encodeToString(key);
    }

    private byte[] create(String token) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        repository.add(token, random, clock.instant());
        return repository.find(token).orElseThrow(() -> StandardProblem.UNAUTHORIZED.because("The token was revoked."));
    }

    @EventListener
    void on(TokenRevokedEvent revoked) {
        repository.remove(revoked.sha256());
    }
}
