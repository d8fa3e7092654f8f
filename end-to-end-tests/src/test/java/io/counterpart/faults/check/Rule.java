package io.counterpart.faults.check;

import java.util.stream.Stream;

import io.counterpart.faults.history.History;

/** One promise. */
@FunctionalInterface
interface Rule {

    Stream<Violation> broken(History history, Findings findings);
}
