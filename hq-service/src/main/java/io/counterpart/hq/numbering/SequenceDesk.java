package io.counterpart.hq.numbering;

import java.util.List;

import org.springframework.stereotype.Service;

import io.counterpart.hq.problem.Problem;
import io.counterpart.hq.problem.Versions;

/** The number sequences as administrators see them: how many numbers are left, and more of them. */
@Service
public class SequenceDesk {

    private final NumberSequenceRepository repository;

    SequenceDesk(NumberSequenceRepository repository) {
        this.repository = repository;
    }

    public List<Line> all() {
        return repository.all();
    }

    Line one(String name) {
        return repository.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("number-sequence-not-found", "Number sequence"));
    }

    /** Moves the end; never below a number that was given. */
    public void extend(String name, long lastNumber, long seen) {
        Line line = one(name);
        if (lastNumber < line.nextNumber() - 1) {
            throw Problem.validation(List.of(new Problem.Invalid(
                    "/lastNumber",
                    "out-of-range",
                    "Numbers up to %d are given already".formatted(line.nextNumber() - 1))));
        }
        Versions.require(repository.extend(name, lastNumber, seen));
    }

    /** A number sequence. */
    public record Line(String name, String format, long nextNumber, long lastNumber) {

        public long left() {
            return lastNumber - nextNumber + 1;
        }

        /** The next number as customers will see it. */
        public String example() {
            return NumberFormat.of(format).format(nextNumber);
        }
    }
}
