package io.counterpart.support.problem;

import java.util.Locale;

/** A kind of problem: its name and status are part of the API, and its texts form the page at {@link #path()}. */
public interface ProblemType {

    /** The name of the constant, for example {@code CUSTOMER_NOT_FOUND}. */
    String name();

    int status();

    /** A short summary that is the same for every occurrence. */
    String title();

    /** What the problem means. */
    String meaning();

    /** What the caller can do about it. */
    String remedy();

    /** A problem whose detail is the meaning of its type. */
    default Problem problem() {
        return because(meaning());
    }

    /** A problem of this type with a detail for the user who made the request. */
    default Problem because(String detail) {
        return new Problem(this, detail);
    }

    /** The name as it appears in {@code type}, for example {@code customer-not-found}. */
    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of {@code type}, and the path of the page. */
    default String path() {
        return "/problems/" + slug();
    }
}
