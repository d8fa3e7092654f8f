package io.counterpart.channel.security;

import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.origin.RequestOrigin;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.security.SessionService.NewSession;
import io.counterpart.support.problem.StandardProblem;

/** Exchanges an access token for a session, so that a page of this service keeps no token. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private final SessionService sessions;
    private final SessionCookie cookie;

    SessionController(SessionService sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @PostMapping
    ResponseEntity<SessionView> create(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        // Otherwise a session could prolong itself.
        if (isSentWithSession(request)) {
            throw StandardProblem.UNAUTHORIZED.because("A session is created with an access token.");
        }
        if (RequestOrigin.of(request) == RequestOrigin.OTHER) {
            throw ChannelProblem.ORIGIN_NOT_ALLOWED.because("A session is for pages of this service only.");
        }
        cookie.read(request).ifPresent(earlier -> sessions.end(earlier, caller));
        NewSession session = sessions.create(caller);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, cookie.set(request, session.secret(), SessionService.LIFETIME))
                .body(SessionView.of(caller, session.expiresAt()));
    }

    @GetMapping
    SessionView show(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        Optional<Instant> expiresAt =
                isSentWithSession(request) ? cookie.read(request).flatMap(sessions::expiryOf) : Optional.empty();
        return SessionView.of(caller, expiresAt.orElse(null));
    }

    @DeleteMapping
    ResponseEntity<Void> end(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        cookie.read(request).ifPresent(secret -> sessions.end(secret, caller));
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.remove(request))
                .build();
    }

    private static boolean isSentWithSession(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }
}
