package io.counterpart.channel.customer;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

import io.counterpart.channel.security.Caller;

/** Answers customers in the form that is for them, whichever controller answers. */
@RestControllerAdvice
class CustomerFacingAdvice implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return body instanceof CustomerFacing answer
                        && request.getPrincipal() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof Caller caller
                        && caller.isCustomer()
                ? answer.forCustomer()
                : body;
    }
}
