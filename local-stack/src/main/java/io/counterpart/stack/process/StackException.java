package io.counterpart.stack.process;

/** The reason why the stack cannot continue, as one sentence for the user at the terminal. */
public class StackException extends RuntimeException {

    public StackException(String sentence) {
        super(sentence);
    }

    public StackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
