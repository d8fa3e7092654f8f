package io.counterpart.channel.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.customer.CustomerView;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.security.CustomerTokenService;
import io.counterpart.channel.security.CustomerTokenService.CustomerToken;
import io.counterpart.channel.validation.CustomerEntry;
import io.counterpart.channel.validation.CustomerEntry.IdentityEntry;
import io.counterpart.channel.validation.CustomerEntryValidator;

/** Combined sign-up and sign-in: the result is a customer, or a problem with the reason. */
@RestController
@RequestMapping("/api/v1/sign-ins")
class SignInController {

    private final SignInService signIns;
    private final CustomerTokenService tokens;

    SignInController(SignInService signIns, CustomerTokenService tokens) {
        this.signIns = signIns;
        this.tokens = tokens;
    }

    @PostMapping
    ResponseEntity<SignInView> signIn(@AuthenticationPrincipal Caller caller, @RequestBody SignInRequest body) {
        SignInIdentity stated = body.externalIdentity;
        var identity = CustomerEntryValidator.identity(
                stated == null ? null : new IdentityEntry(stated.issuer, stated.subject));
        boolean emailVerified = stated != null && Boolean.TRUE.equals(stated.emailVerified);
        SignInService.SignInResult signedIn = signIns.signIn(caller, identity, emailVerified, body.customer);
        CustomerView view = signedIn.customer();
        var answer = signedIn.isNew() ? ResponseEntity.created(view.location()) : ResponseEntity.ok();
        CustomerToken token = tokens.issue(caller, view.id());
        return answer.eTag(view.etag()).body(new SignInView(view, token.token(), token.expiresAt()));
    }

    /**
     * The body of a sign-in.
     *
     * @param customer the data of the person, in case there is no customer yet
     */
    record SignInRequest(
            @Nullable SignInIdentity externalIdentity,
            @Nullable CustomerEntry customer) {}

    /**
     * The identity that signs in.
     *
     * @param emailVerified whether the identity provider has verified that the person owns the email of {@code customer};
     *     only then is the identity linked to an existing customer with that email
     */
    record SignInIdentity(
            @Nullable String issuer,
            @Nullable String subject,
            @Nullable Boolean emailVerified) {}
}
