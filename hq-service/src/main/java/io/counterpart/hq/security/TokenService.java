package io.counterpart.hq.security;

import java.util.Optional;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;

import io.counterpart.hq.security.TokenRepository.ValidToken;
import io.counterpart.support.security.BearerTokenFilter;
import io.counterpart.support.security.UnknownTokens;

/** Finds the callers of tokens. A valid token is read for every request, so that a revoked one is rejected at once. */
@Service
class TokenService {

    private final TokenRepository tokens;
    private final boolean demoTokens;
    private final UnknownTokens unknown = new UnknownTokens();

    TokenService(TokenRepository tokens, Environment environment) {
        this.tokens = tokens;
        this.demoTokens = environment.acceptsProfiles(Profiles.of("local"));
    }

    Optional<Authentication> callerWith(String token) {
        // The demo tokens are public: a copy of a demo database must not give access to another system.
        return token.startsWith(TokenGenerator.DEMO_PREFIX) && !demoTokens
                ? Optional.empty()
                : find(TokenGenerator.sha256(token))
                        .map(caller -> BearerTokenFilter.authenticated(caller, caller.role()));
    }

    private Optional<Caller> find(String hash) {
        if (unknown.contains(hash)) {
            return Optional.empty();
        }
        Optional<ValidToken> token = tokens.find(hash);
        if (token.isEmpty()) {
            unknown.add(hash);
        }
        token.filter(ValidToken::useUnrecorded).ifPresent(it -> tokens.recordUse(hash));
        return token.map(ValidToken::caller);
    }
}
