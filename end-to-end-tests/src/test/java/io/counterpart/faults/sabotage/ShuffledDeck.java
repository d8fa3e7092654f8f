package io.counterpart.faults.sabotage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Elements that are drawn until none is left, and then shuffled again. */
final class ShuffledDeck<T> {

    private final List<T> all;
    private final Random random;
    private final List<T> left = new ArrayList<>();

    ShuffledDeck(List<T> all, Random random) {
        this.all = List.copyOf(all);
        this.random = random;
    }

    T draw() {
        if (left.isEmpty()) {
            left.addAll(all);
            // Specified to depend only on the list and the random source.
            Collections.shuffle(left, random);
        }
        return left.remove(left.size() - 1);
    }
}
