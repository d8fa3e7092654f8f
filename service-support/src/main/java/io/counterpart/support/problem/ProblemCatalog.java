package io.counterpart.support.problem;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All problem types of a service: the standard ones and its own, by name. */
public final class ProblemCatalog {

    private final List<ProblemType> types;

    public ProblemCatalog(ProblemType... own) {
        this.types = Stream.concat(Stream.of(StandardProblem.values()), Stream.of(own))
                .sorted(Comparator.comparing(ProblemType::slug))
                .toList();
    }

    public List<ProblemType> types() {
        return types;
    }

    public Optional<ProblemType> named(String slug) {
        return types.stream().filter(type -> type.slug().equals(slug)).findFirst();
    }
}
