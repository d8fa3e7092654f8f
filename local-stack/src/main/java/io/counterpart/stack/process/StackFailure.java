package io.counterpart.stack.process;

/** Why the stack cannot go on, as one sentence for the person at the terminal. */
public class StackFailure extends RuntimeException {

    public StackFailure(String sentence) {
        super(sentence);
    }

    public StackFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
