package io.counterpart.testsupport.authorization;

/** Whose customer, order or channel a request is about, from the perspective of the caller. */
public enum RequestTarget {
    OWN("own"),
    OTHER_CHANNEL("other channel"),
    OTHER_CHANNEL_DATABASE("other channel database"),
    OTHER_CUSTOMER("other customer");

    private final String label;

    RequestTarget(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
