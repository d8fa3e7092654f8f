package io.counterpart.hq.page;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import io.counterpart.hq.language.ProgramPaths;

/** Shows the error page for requests that no controller handled, because security or the server rejected them. */
@Component
class PageErrorViewResolver implements ErrorViewResolver {

    private final ErrorPage page;

    PageErrorViewResolver(ErrorPage page) {
        this.page = page;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return ProgramPaths.contain(request) ? null : page.show(request, status.value());
    }
}
