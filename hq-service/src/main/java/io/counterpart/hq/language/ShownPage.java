package io.counterpart.hq.language;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

/** The page to which a user returns after choosing another language. */
public final class ShownPage {

    private ShownPage() {}

    /** The path with its query. The result of a form has no address of its own; an error page may have none either. */
    public static String of(HttpServletRequest request) {
        if (!"GET".equals(request.getMethod()) || request.getDispatcherType() == DispatcherType.ERROR) {
            return "/";
        }
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
