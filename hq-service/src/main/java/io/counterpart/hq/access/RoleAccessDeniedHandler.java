package io.counterpart.hq.access;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Responds to denied requests. A page that does not exist has no rule either and returns 404; a form whose session has
 * expired redirects to the sign-in page.
 */
@Component
class RoleAccessDeniedHandler implements AccessDeniedHandler {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    RoleAccessDeniedHandler(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        boolean signedOut = e instanceof CsrfException && request.getUserPrincipal() == null;
        if (signedOut && !request.getRequestURI().equals("/sign-in")) {
            response.sendRedirect(request.getContextPath() + "/sign-in");
            return;
        }
        response.sendError(exists(request) ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NOT_FOUND);
    }

    private boolean exists(HttpServletRequest request) {
        return mappings.stream().anyMatch(mapping -> canHandle(mapping, request));
    }

    // A mapping that knows the path but not the method throws an exception.
    private static boolean canHandle(RequestMappingHandlerMapping mapping, HttpServletRequest request) {
        try {
            return mapping.getHandler(request) != null;
        } catch (Exception e) {
            return true;
        }
    }
}
