package io.counterpart.hq.problem;

import java.util.Map;
import java.util.TreeMap;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A page for each type of problem, at the path that its {@code type} names. */
@RestController
@RequestMapping(path = "/problems", produces = MediaType.TEXT_PLAIN_VALUE)
class ProblemPages {

    private static final Map<String, String> WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("validation", "Some values cannot be taken. The member errors names each with a JSON pointer."),
            Map.entry("malformed-request", "The JSON, a field name or a query parameter is not known."),
            Map.entry("unauthorized", "The bearer token is missing, unknown, revoked or expired."),
            Map.entry("forbidden", "The role or the channel of the token may not do this."),
            Map.entry("customer-not-found", "No customer has this account number or async customer id."),
            Map.entry("operation-not-found", "No synchronization operation has this id."),
            Map.entry("customer-pending-sync", "The customer has no account number yet. Try again in a moment."),
            Map.entry("customer-blocked", "The customer is blocked at HQ: no order, no loyalty card."),
            Map.entry("not-a-creation", "Only the operation that makes a customer can be linked to another one."),
            Map.entry("creation-cannot-be-ignored", "Mend the operation that makes a customer, or link it."),
            Map.entry("number-sequence-exhausted", "The number sequence has ended. Extend it, then repeat."),
            Map.entry("recovery-not-found", "No recovery after a restore is running."),
            Map.entry("resend-running", "All customers are being sent again already."),
            Map.entry("channel-database-not-found", "No channel database has this name."),
            Map.entry("customer-not-stuck", "The customer is not pending, or has not been pending for long enough."),
            Map.entry("channel-not-responding", "The channel is not responding. Restore its connection first."),
            Map.entry("upload-again-not-available", "This HQ cannot ask a channel to upload again."),
            Map.entry("feature-needed", "Other features need this one; dependents names them."),
            Map.entry("operation-done", "The operation took effect; it cannot be edited or repeated."),
            Map.entry("batch-job-not-found", "No batch job has this name."),
            Map.entry("feature-not-found", "No feature has this name."),
            Map.entry("feature-prerequisites-missing", "Other features have to be enabled first; missing names them."),
            Map.entry("feature-mandatory", "This feature cannot be disabled."),
            Map.entry("headquarters-refused", "HQ was reached and said no; detail has the reason."),
            Map.entry("operation-too-early", "An earlier operation of the customer has to come first; send that."),
            Map.entry("precondition-required", "Send the ETag of what you read in the header If-Match."),
            Map.entry("version-mismatch", "Somebody else changed it meanwhile. Read it again and repeat."),
            Map.entry("payload-too-large", "A body may have at most 256 KiB."),
            Map.entry("recovery-running", "HQ recovers after a restore of its database. Repeat the request later."),
            Map.entry("try-again", "A passing fault. Repeat the same request in a moment."),
            Map.entry("internal", "A fault of the service. Support finds it by the trace id.")));

    @GetMapping
    String all() {
        return String.join("\n", WORDS.keySet()) + "\n";
    }

    @GetMapping("/{name}")
    String one(@PathVariable String name) {
        String words = WORDS.get(name);
        if (words == null) {
            throw Problem.notFound("problem-not-found", "A page of this problem was");
        }
        return name + "\n\n" + words + "\n";
    }
}
