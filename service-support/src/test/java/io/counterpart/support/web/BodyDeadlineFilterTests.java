package io.counterpart.support.web;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.support.problem.ProblemCatalog;
import io.counterpart.support.problem.ProblemConfiguration;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.ProblemType;

import static org.assertj.core.api.Assertions.assertThat;

class BodyDeadlineFilterTests {

    private final BodyDeadlineFilter filter = new BodyDeadlineFilter(problems(), path -> !path.startsWith("/api/"));
    private final AtomicReference<@Nullable HttpServletRequest> passed = new AtomicReference<>();
    private final FilterChain chain = (request, response) -> passed.set((HttpServletRequest) request);

    @Test
    void readsAFormItselfAndAddsItsParametersToThoseOfTheQuery() throws Exception {
        MockHttpServletRequest request = form("/sign-in", "name=J%C3%BCrg+S.&name=b&empty=&flag");
        request.setParameter("page", "2");

        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(request().getParameterValues("name")).containsExactly("Jürg S.", "b");
        assertThat(request().getParameter("page")).isEqualTo("2");
        assertThat(request().getParameter("empty")).isEmpty();
        assertThat(request().getParameter("flag")).isEmpty();
        assertThat(request().getParameter("other")).isNull();
    }

    @Test
    void rejectsAFormThatIsTooLargeWhetherOrNotItSaysSo() throws Exception {
        MockHttpServletRequest request = form("/sign-in", "a=" + "x".repeat(70_000));
        var response = new MockHttpServletResponse();

        filter.doFilter(request, response, chain);

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(passed.get()).isNull();
    }

    @Test
    void rejectsAFormWithABrokenEncoding() throws Exception {
        var response = new MockHttpServletResponse();

        filter.doFilter(form("/sign-in", "a=%zz"), response, chain);

        assertThat(response.getStatus()).isEqualTo(400);
    }

    @Test
    void leavesTheBodyOfAnApiRequestToTheFiltersBehindAuthentication() throws Exception {
        MockHttpServletRequest request = form("/api/v1/customers", "a=b");

        filter.doFilter(request, new MockHttpServletResponse(), chain);

        assertThat(request()).isNotInstanceOf(FormRequest.class);
    }

    private HttpServletRequest request() {
        return Objects.requireNonNull(passed.get());
    }

    private static MockHttpServletRequest form(String path, String content) {
        var request = new MockHttpServletRequest("POST", path);
        request.setContentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        request.setContent(content.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static ProblemResponses problems() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
        context.registerBean(ProblemCatalog.class, () -> new ProblemCatalog(new ProblemType[0]));
        context.register(ProblemConfiguration.class);
        context.refresh();
        return context.getBean(ProblemResponses.class);
    }
}
