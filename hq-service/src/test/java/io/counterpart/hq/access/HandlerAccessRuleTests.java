package io.counterpart.hq.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class HandlerAccessRuleTests {

    private static final Authentication ADMIN = new TestingAuthenticationToken("a", "", "ROLE_ADMIN");
    private static final Authentication STRANGER =
            new AnonymousAuthenticationToken("key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    private static final Set<String> FOR_ALL = Set.of(
            "/sign-in",
            "/language",
            "/problems",
            "/problems/{name}",
            "/error",
            "/docs",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/v3/api-docs/swagger-config");

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    FilterChainProxy chains;

    @Autowired
    WebApplicationContext web;

    @Test
    void everyPageAndEveryEndpointIsOpenToAnAdministratorAndClosedToStrangers() {
        var withoutRule = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (Endpoint endpoint : endpoints()) {
            // The Real-time service is for channel databases, not for users: its filter chain has a separate test.
            if (endpoint.pattern().startsWith("/realtime/")) {
                continue;
            }
            if (!grants(endpoint, ADMIN)) {
                withoutRule.add(endpoint.toString());
            }
            if (!FOR_ALL.contains(endpoint.pattern()) && grants(endpoint, STRANGER)) {
                open.add(endpoint.toString());
            }
        }
        assertThat(withoutRule).isEmpty();
        assertThat(open).isEmpty();
    }

    @Test
    void deniesPathsWithoutARule() {
        assertThat(grants(new Endpoint(HttpMethod.GET, "/brand-new-page"), ADMIN))
                .isFalse();
    }

    private List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        mappings.getHandlerMethods().forEach((info, handler) -> {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                if (methods.isEmpty()) {
                    endpoints.add(new Endpoint(HttpMethod.GET, pattern));
                }
                methods.forEach(method -> endpoints.add(new Endpoint(method.asHttpMethod(), pattern)));
            }
        });
        assertThat(endpoints).isNotEmpty();
        return endpoints;
    }

    private boolean grants(Endpoint endpoint, Authentication who) {
        String path = endpoint.pattern().replaceAll("\\{[^}]+}", "x");
        var request = new MockHttpServletRequest(
                web.getServletContext(), endpoint.method().name(), path);
        request.setServletPath(path);
        // A session marks the request of a browser: a request without a session belongs to an API client with a token.
        request.setRequestedSessionId("of-a-person");
        var filters = chains.getFilterChains().stream()
                .filter(chain -> chain.matches(request))
                .findFirst()
                .orElseThrow()
                .getFilters();
        return filters.stream()
                .filter(AuthorizationFilter.class::isInstance)
                .map(AuthorizationFilter.class::cast)
                .anyMatch(filter -> {
                    var result = filter.getAuthorizationManager().authorize(() -> who, request);
                    return result != null && result.isGranted();
                });
    }

    private record Endpoint(HttpMethod method, String pattern) {}
}
