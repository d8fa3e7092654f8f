package io.counterpart.hq.console;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

import io.counterpart.hq.problem.Problem;

/** Says on a page, in the same frame, what the API says in JSON. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

    private static final Logger log = LoggerFactory.getLogger(PageProblems.class);

    private final Frame frame;

    PageProblems(Frame frame) {
        this.frame = frame;
    }

    @ExceptionHandler(exception = Problem.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView problem(Problem problem, HttpServletRequest request) {
        ProblemDetail detail = problem.detail();
        return page(request, detail.getStatus(), String.valueOf(detail.getTitle()), String.valueOf(detail.getDetail()));
    }

    @ExceptionHandler(exception = MethodArgumentTypeMismatchException.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView unreadable(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        return nothingHere(request);
    }

    @ExceptionHandler(exception = Exception.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView anything(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known) {
            int status = known.getStatusCode().value();
            return status == 404
                    ? nothingHere(request)
                    : page(request, status, "That cannot be done", "The form or the address was not complete.");
        }
        log.error("A page failed", e);
        return page(request, 500, "Something went wrong here", "Please tell support the trace below, or try again.");
    }

    private ModelAndView nothingHere(HttpServletRequest request) {
        return page(
                request, 404, "There is nothing here", "It may be gone, or the address was cut off on its way to you.");
    }

    private ModelAndView page(HttpServletRequest request, int status, String title, String words) {
        Model model = new ExtendedModelMap();
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null) {
            frame.fill(model, request, who);
        }
        model.addAttribute("title", title);
        model.addAttribute("explanation", words);
        model.addAttribute("traceId", MDC.get("traceId"));
        var page = new ModelAndView("trouble", model.asMap(), HttpStatus.valueOf(status));
        return page;
    }
}
