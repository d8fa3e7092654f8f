package io.counterpart.channel.offline;

import java.util.Set;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemType;
import io.counterpart.support.problem.StandardProblem;

/** What became of an item of an upload, for the till's decision what to do with it. */
enum OfflineOutcome {
    /** Done, now or by an earlier upload. */
    APPLIED,
    /** Done, but another user had changed the same fields: the result says which value is stored. */
    MERGED,
    /** Sent again unchanged, it would be refused again. */
    REFUSED,
    /** Sent again unchanged, it can succeed. */
    RETRY;

    private static final Set<ProblemType> TEMPORARY = Set.of(
            ChannelProblem.REQUEST_IN_PROGRESS,
            ChannelProblem.EDIT_NOT_AVAILABLE_WHILE_PENDING,
            ChannelProblem.ADDRESS_NOT_AVAILABLE_WHILE_PENDING,
            StandardProblem.VERSION_MISMATCH);

    static OfflineOutcome of(Problem problem) {
        return problem.type().status() >= 500 || TEMPORARY.contains(problem.type()) ? RETRY : REFUSED;
    }
}
