package io.counterpart.channel.offline;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.Problem;

/** An operation with this ID is stored already: the same one, from a concurrent request, or another one. */
final class OperationIdInUseException extends Problem {

    OperationIdInUseException() {
        super(ChannelProblem.OPERATION_ID_IN_USE, "Another operation has this ID.");
    }
}
