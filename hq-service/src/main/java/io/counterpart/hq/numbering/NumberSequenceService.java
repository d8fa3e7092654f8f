package io.counterpart.hq.numbering;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.Limits;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Versions;
import io.counterpart.support.problem.Problem;

/** Number sequences for administrators: shows the remaining numbers, and extends ranges. */
@Service
public class NumberSequenceService {

    public static final int MOST_STEP = 1_000_000;
    public static final long MOST_NUMBER = 999_999_999_999_999L;

    private final NumberSequenceRepository repository;
    private final AuditService audit;

    NumberSequenceService(NumberSequenceRepository repository, AuditService audit) {
        this.repository = repository;
        this.audit = audit;
    }

    List<SequenceRow> all() {
        return repository.all();
    }

    SequenceRow one(String name) {
        return repository.find(name).orElseThrow(() -> HqProblem.NUMBER_SEQUENCE_NOT_FOUND.problem());
    }

    /**
     * Creates a sequence, or changes an existing one: its end cannot be lower than an assigned number.
     *
     * @param seen the end that the caller read; null: the sequence did not exist
     */
    @Transactional
    public void put(String name, SequenceSetting setting, @Nullable Long seen) {
        check(name, setting);
        if (seen == null) {
            Versions.require(repository.create(name, setting));
            audit.noteSetting(subject(name), null, setting);
            return;
        }
        SequenceRow line = one(name);
        if (setting.lastNumber() < line.nextNumber() - setting.step()) {
            throw invalid(
                    "/lastNumber", "Numbers up to %d are already used".formatted(line.nextNumber() - line.step()));
        }
        Versions.require(repository.change(name, setting, seen));
        audit.noteSetting(subject(name), new SequenceSetting(line.format(), line.step(), line.lastNumber()), setting);
    }

    private static String subject(String name) {
        return "Number sequence " + name;
    }

    boolean isThere(String name) {
        return repository.find(name).isPresent();
    }

    private static void check(String name, SequenceSetting setting) {
        if (!NumberSequenceGenerator.KNOWN.contains(name)) {
            throw HqProblem.NUMBER_SEQUENCE_NOT_FOUND.problem();
        }
        if (setting.step() < 1 || setting.step() > MOST_STEP) {
            throw invalid("/step", "Must be between 1 and %d".formatted(MOST_STEP));
        }
        if (setting.lastNumber() < 0 || setting.lastNumber() > MOST_NUMBER) {
            throw invalid("/lastNumber", "Must be between 0 and %d".formatted(MOST_NUMBER));
        }
        if (!NumberFormat.isOne(setting.format())
                || NumberFormat.of(setting.format())
                                .format(setting.lastNumber())
                                .length()
                        > Limits.ACCOUNT_NUMBER) {
            throw invalid(
                    "/format",
                    "Must have its digits in braces, such as C-{0000001}, and at most %d characters"
                            .formatted(Limits.ACCOUNT_NUMBER));
        }
    }

    private static Problem invalid(String pointer, String message) {
        return Problem.validation(pointer, "out-of-range", message);
    }

    /**
     * The settings of a sequence.
     *
     * @param step difference between consecutive numbers
     */
    record SequenceSetting(String format, int step, long lastNumber) {}

    /** A number sequence. */
    record SequenceRow(String name, String format, int step, long nextNumber, long lastNumber) {

        public long left() {
            return nextNumber > lastNumber ? 0 : (lastNumber - nextNumber) / step + 1;
        }

        /** The next number in its format. */
        public String example() {
            return NumberFormat.of(format).format(nextNumber);
        }
    }
}
