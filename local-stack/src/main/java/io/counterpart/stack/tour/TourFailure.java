package io.counterpart.stack.tour;

/** A step of the tour did not hold. */
public class TourFailure extends RuntimeException {

    TourFailure(String sentence) {
        super(sentence);
    }

    TourFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
