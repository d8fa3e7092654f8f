package io.counterpart.stack.process;

/** Why the stack cannot go on, as one sentence for the person at the terminal. */
public class StackException extends RuntimeException {

    public StackException(String sentence) {
        super(sentence);
    }

    public StackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
