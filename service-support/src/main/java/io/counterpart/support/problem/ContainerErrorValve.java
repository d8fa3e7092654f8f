package io.counterpart.support.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;

/**
 * Responds to requests that Tomcat itself rejects, such as an invalid encoding of the path or a header that is too
 * long, in the same way as the service does.
 */
public final class ContainerErrorValve extends ErrorReportValve {

    private final ObjectProvider<ProblemResponses> problems;
    private final ObjectProvider<ContainerErrorPage> pages;

    public ContainerErrorValve(ObjectProvider<ProblemResponses> problems, ObjectProvider<ContainerErrorPage> pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        boolean reported =
                response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported();
        if (reported || !isConnected(response)) {
            return;
        }
        try {
            // A request line that cannot be parsed has no path.
            String path = request.getRequestURI();
            ContainerErrorPage page = pages.getIfAvailable();
            String html = path == null || page == null ? null : page.html(path);
            if (html == null) {
                problems.getObject().write(ExceptionMapper.ofStatus(response.getStatus()), request, response);
            } else {
                response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
                response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
            }
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isConnected(Response response) {
        var connected = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, connected);
        return connected.get();
    }
}
