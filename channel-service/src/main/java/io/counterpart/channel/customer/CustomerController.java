package io.counterpart.channel.customer;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import io.counterpart.channel.accountnumber.AccountNumberAwaiter;
import io.counterpart.channel.accountnumber.PreferredWait;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.validation.CustomerEntry;

/** The customers of a channel, for tills and storefronts. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {

    private final CustomerRegistrationService registration;
    private final CustomerReader reader;
    private final IdentifierGenerator identifiers;
    private final AccountNumberAwaiter awaiter;
    private final Executor executor;

    CustomerController(
            CustomerRegistrationService registration,
            CustomerReader reader,
            IdentifierGenerator identifiers,
            AccountNumberAwaiter awaiter,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.registration = registration;
        this.reader = reader;
        this.identifiers = identifiers;
        this.awaiter = awaiter;
        this.executor = executor;
    }

    @PostMapping(headers = "!Prefer")
    ResponseEntity<CustomerView> create(
            @AuthenticationPrincipal Caller caller, @RequestBody CustomerEntry entry, HttpServletRequest request) {
        Optional<RequestIdentity> identity = RequestIdentity.of(request);
        return created(create(idOf(identity), identity, caller, entry));
    }

    @PostMapping(headers = "Prefer")
    CompletableFuture<ResponseEntity<CustomerView>> createAndWait(
            @AuthenticationPrincipal Caller caller,
            @RequestBody CustomerEntry entry,
            @RequestHeader("Prefer") String prefer,
            HttpServletRequest request) {
        Duration wait = PreferredWait.of(prefer);
        Optional<RequestIdentity> identity = RequestIdentity.of(request);
        UUID id = idOf(identity);
        if (wait.isZero()) {
            return CompletableFuture.completedFuture(created(create(id, identity, caller, entry)));
        }
        // Registered before the commit, because the account number may arrive before this thread continues.
        CompletableFuture<Void> number = awaiter.accountNumberOf(id, wait);
        CustomerView view;
        try {
            view = create(id, identity, caller, entry);
        } catch (RuntimeException e) {
            number.cancel(false);
            throw e;
        }
        return view.state().accountNumber() == null
                ? number.thenApplyAsync(arrived -> created(reread(id, request)), executor)
                : CompletableFuture.completedFuture(created(view));
    }

    @GetMapping("/{id}")
    CustomerView get(
            @PathVariable String id,
            @Parameter(
                            description = "Comma-separated: addresses, contacts, affiliations, attributes, timeline",
                            example = "addresses,contacts")
                    @RequestParam(required = false)
                    @Nullable String include,
            HttpServletResponse response) {
        var includes = CustomerInclude.parse(include);
        CustomerView view = reader.view(reader.get(id), includes);
        // Not by ResponseEntity, which would answer If-None-Match with 304: the state changes without the version.
        response.setHeader(HttpHeaders.ETAG, view.etag());
        return view;
    }

    private UUID idOf(Optional<RequestIdentity> identity) {
        return identity.map(RequestIdentity::id).orElseGet(identifiers::next);
    }

    private CustomerView create(UUID id, Optional<RequestIdentity> identity, Caller caller, CustomerEntry entry) {
        boolean mayExist = identity.map(RequestIdentity::repeated).orElse(false);
        return registration.create(id, mayExist, caller, entry);
    }

    // Runs on a thread of the executor, to which the request has to be bound.
    private CustomerView reread(UUID id, HttpServletRequest request) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return reader.fullView(reader.get(id.toString()));
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static ResponseEntity<CustomerView> created(CustomerView view) {
        return ResponseEntity.created(view.location()).eTag(view.etag()).body(view);
    }
}
