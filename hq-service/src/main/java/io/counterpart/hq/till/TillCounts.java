package io.counterpart.hq.till;

/**
 * The tills in numbers.
 *
 * @param attention tills with at least one issue
 * @param silent,overdue,rejected,wrongClock tills with each issue
 * @param unsent,refused items of all tills
 */
public record TillCounts(
        long known,
        long attention,
        long silent,
        long overdue,
        long rejected,
        long wrongClock,
        long unsent,
        long refused) {

    static final TillCounts NONE = new TillCounts(0, 0, 0, 0, 0, 0, 0, 0);
}
