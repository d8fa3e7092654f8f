package io.counterpart.testsupport.authorization;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Names the controller's path pattern in each response, as evidence that no filter has denied the request. */
@Configuration(proxyBeanMethods = false)
public class HandlerHeader implements WebMvcConfigurer {

    static final String NAME = "Test-Handler";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        // An error page is not what the caller asked for.
                        if (handler instanceof HandlerMethod && request.getDispatcherType() == DispatcherType.REQUEST) {
                            response.setHeader(
                                    NAME,
                                    String.valueOf(
                                            request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
                        }
                        return true;
                    }
                })
                .order(Ordered.HIGHEST_PRECEDENCE);
    }
}
