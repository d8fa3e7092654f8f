package io.counterpart.channel.customer;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

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

import io.counterpart.channel.entry.CustomerEntry;
import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.security.Caller;

/** The customers of a channel, as tills and storefronts see them. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerController {

    private final CustomerCreationRequestHandler creation;
    private final CustomerReader lookup;
    private final AccountNumberAwaiter changes;
    private final Executor executor;

    CustomerController(
            CustomerCreationRequestHandler creation,
            CustomerReader lookup,
            AccountNumberAwaiter changes,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.creation = creation;
        this.lookup = lookup;
        this.changes = changes;
        this.executor = executor;
    }

    @PostMapping(headers = "!Prefer")
    ResponseEntity<CustomerView> create(
            @AuthenticationPrincipal Caller caller, @RequestBody CustomerEntry entry, HttpServletRequest request) {
        Optional<RequestIdentity> identity = RequestIdentity.of(request);
        return created(create(creation.idFor(identity), identity, caller, entry));
    }

    @PostMapping(headers = "Prefer")
    CompletableFuture<ResponseEntity<CustomerView>> createAndWait(
            @AuthenticationPrincipal Caller caller,
            @RequestBody CustomerEntry entry,
            @RequestHeader("Prefer") String prefer,
            HttpServletRequest request) {
        Duration wait = PreferredWait.of(prefer);
        Optional<RequestIdentity> identity = RequestIdentity.of(request);
        UUID id = creation.idFor(identity);
        if (wait.isZero()) {
            return CompletableFuture.completedFuture(created(create(id, identity, caller, entry)));
        }
        // Asked for before the commit: the number may be faster than this thread.
        CompletableFuture<Void> number = changes.accountNumberOf(id, wait);
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
            @RequestParam(required = false) @Nullable String include,
            HttpServletResponse response) {
        var includes = CustomerInclude.parse(include);
        CustomerView view = lookup.view(lookup.get(id), includes);
        // Not by ResponseEntity, which would answer If-None-Match with 304: the state changes without the version.
        response.setHeader(HttpHeaders.ETAG, view.etag());
        return view;
    }

    private CustomerView create(UUID id, Optional<RequestIdentity> identity, Caller caller, CustomerEntry entry) {
        boolean mayExist = identity.map(RequestIdentity::repeated).orElse(false);
        return creation.create(id, mayExist, caller.channel(), entry);
    }

    // On a thread of the executor, which serves the request as much as the first one did.
    private CustomerView reread(UUID id, HttpServletRequest request) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return lookup.view(lookup.get(id.toString()), CustomerInclude.PARTS);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private static ResponseEntity<CustomerView> created(CustomerView view) {
        return ResponseEntity.created(view.location()).eTag(view.etag()).body(view);
    }
}
