package io.counterpart.stack.tour;

/** A step of the tour failed. */
public class TourFailedException extends RuntimeException {

    TourFailedException(String sentence) {
        super(sentence);
    }

    TourFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
