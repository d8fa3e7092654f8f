package io.counterpart.stack.client;

/** A service responded with a status that the caller did not expect. */
public class UnexpectedResponseException extends RuntimeException {

    private final transient HttpResult answer;

    UnexpectedResponseException(HttpResult answer) {
        super("%s returned %d: %s"
                .formatted(
                        answer.request(),
                        answer.status(),
                        answer.text("detail").orElseGet(() -> answer.body().toString())));
        this.answer = answer;
    }

    public HttpResult answer() {
        return answer;
    }
}
