package io.counterpart.testsupport.requests;

import java.util.Random;

/** Generates requests; the same random numbers lead to the same request. */
public interface RequestSource {

    RawRequest next(Random random);

    /** Called after every request, to learn from its response. */
    void seen(RawRequest request, RawResponse response);
}
