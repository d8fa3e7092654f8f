package io.counterpart.channel.clerk;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.security.Caller;

/** Lists the clerks of the channel of a till, and signs them in. */
@RestController
@RequestMapping("/api/v1")
class ClerkController {

    private final ClerkRepository clerks;
    private final ClerkSignInService signIns;

    ClerkController(ClerkRepository clerks, ClerkSignInService signIns) {
        this.clerks = clerks;
        this.signIns = signIns;
    }

    @GetMapping("/clerks")
    ClerkList clerks(@AuthenticationPrincipal Caller caller) {
        return new ClerkList(clerks.ofChannel(caller.channel()));
    }

    @PostMapping("/clerk-sign-ins")
    ClerkSignInView signIn(@AuthenticationPrincipal Caller caller, @RequestBody ClerkSignInRequest request) {
        return signIns.signIn(caller, request);
    }
}
