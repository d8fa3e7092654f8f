package io.counterpart.testsupport.authorization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Lists what a service responds to, from its handler mappings. */
public final class ServedEndpoints {

    private static final String ACTUATOR = "/actuator";

    private ServedEndpoints() {}

    /** All endpoints, in the order of their paths. */
    public static SortedSet<Endpoint> of(ApplicationContext context) {
        var endpoints = new TreeSet<Endpoint>();
        context.getBeansOfType(HandlerMapping.class).values().forEach(mapping -> endpoints.addAll(of(mapping)));
        files(context).forEach(file -> endpoints.add(Endpoint.unhandled("GET", "/" + file, false)));
        endpoints.add(Endpoint.unhandled("GET", "/api/…", false));
        endpoints.add(Endpoint.unhandled("GET", ACTUATOR, true));
        endpoints.add(Endpoint.unhandled("GET", Endpoint.OTHER_PATHS, true));
        context.getBean(WebEndpointsSupplier.class)
                .getEndpoints()
                .forEach(endpoint -> endpoint.getOperations().stream()
                        .map(operation -> operation.getRequestPredicate())
                        .forEach(request -> endpoints.add(Endpoint.unhandled(
                                request.getHttpMethod().name(), ACTUATOR + "/" + request.getPath(), true))));
        return endpoints;
    }

    private static List<String> files(ApplicationContext context) {
        try {
            return Arrays.stream(context.getResources("classpath*:static/*"))
                    .map(file -> String.valueOf(file.getFilename()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collection<Endpoint> of(HandlerMapping mapping) {
        if (mapping instanceof RequestMappingInfoHandlerMapping controllers) {
            return controllers.getHandlerMethods().keySet().stream()
                    .flatMap(info -> of(info).stream())
                    .toList();
        }
        if (mapping instanceof AbstractUrlHandlerMapping files) {
            return Stream.concat(
                            files.getHandlerMap().keySet().stream(),
                            files.getRootHandler() == null ? Stream.of() : Stream.of("/"))
                    .map(ServedEndpoints::row)
                    .map(pattern -> Endpoint.unhandled("GET", pattern, false))
                    .toList();
        }
        if (mapping instanceof RouterFunctionMapping routes && routes.getRouterFunction() == null) {
            return List.of();
        }
        throw new IllegalStateException("Endpoints of %s are not listed in the authorization table: extend %s"
                .formatted(mapping.getClass().getName(), ServedEndpoints.class.getName()));
    }

    // Libraries map their files in several ways.
    private static String row(String pattern) {
        if (pattern.startsWith("/swagger-ui")) {
            return "/swagger-ui/**";
        }
        if (pattern.startsWith("/webjars/")) {
            return "/webjars/**";
        }
        return pattern.equals("/**") ? Endpoint.OTHER_PATHS : pattern;
    }

    private static List<Endpoint> of(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        String header = info.getHeadersCondition().getExpressions().stream()
                .filter(expression -> !expression.isNegated())
                .map(expression -> expression.getName())
                .findFirst()
                .orElse("");
        String consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(Object::toString)
                .findFirst()
                .orElse("");
        return info.getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? List.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Endpoint(method.name(), pattern, header, consumes, false, true)))
                .toList();
    }
}
