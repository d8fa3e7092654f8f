package io.counterpart.channel.customer;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.security.Caller;

/** Hides every customer but itself from a customer, before any controller reads the request. */
@Component
class OwnCustomerInterceptor implements HandlerInterceptor {

    private final CustomerReader customers;

    OwnCustomerInterceptor(CustomerReader customers) {
        this.customers = customers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof Caller caller) {
            UUID own = caller.customer();
            if (own != null && idOf(request).filter(id -> isSame(id, own)).isEmpty()) {
                throw ChannelProblem.CUSTOMER_NOT_FOUND.because(CustomerReader.NOT_FOUND);
            }
        }
        return true;
    }

    private static Optional<String> idOf(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? Optional.ofNullable((String) variables.get("id"))
                : Optional.empty();
    }

    // The ID in the response to the sign-in needs no statement.
    private boolean isSame(String id, UUID own) {
        return id.equals(own.toString())
                || customers
                        .find(id)
                        .filter(named -> named.asyncCustomerId().equals(own))
                        .isPresent();
    }
}
