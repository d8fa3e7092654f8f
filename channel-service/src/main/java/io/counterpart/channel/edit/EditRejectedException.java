package io.counterpart.channel.edit;

import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.Problem;

/** HQ refused an edit. */
class EditRejectedException extends Problem {

    EditRejectedException(String message) {
        super(ChannelProblem.HEADQUARTERS_REFUSED, message);
    }
}
