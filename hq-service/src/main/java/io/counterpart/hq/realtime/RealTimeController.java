package io.counterpart.hq.realtime;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.customer.CustomerSearch;
import io.counterpart.hq.numbering.NumberSequenceExhausted;
import io.counterpart.hq.problem.Items;
import io.counterpart.hq.problem.Problem;
import io.counterpart.hq.security.Caller;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.synchronization.ConversionNow;
import io.counterpart.hq.synchronization.Outcome;

/** The door for channel databases: an operation exactly as the P-job carries it, and finding customers. */
@RestController
@RequestMapping(path = "/realtime/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class RealTimeController {

    private final OperationReader reader;
    private final ConversionNow conversion;
    private final CustomerSearch search;

    RealTimeController(OperationReader reader, ConversionNow conversion, CustomerSearch search) {
        this.reader = reader;
        this.conversion = conversion;
        this.search = search;
    }

    @PostMapping("/operations")
    CustomerSnapshot apply(@AuthenticationPrincipal Caller caller, @RequestBody String body) {
        CustomerOperation operation = read(body);
        if (!operation.channelDatabase().equals(caller.channelDatabase())) {
            throw new Problem(
                    403, "forbidden", "Not with this token", "A channel database acts for its own channels only.");
        }
        return converted(operation)
                .fold(Outcome.Done::customer, RealTimeController::refused, RealTimeController::early);
    }

    @PostMapping("/customers/search")
    Items<CustomerSnapshot> find(@RequestBody CustomerSearch.Query query) {
        return search.find(query);
    }

    @GetMapping("/customers/{id}")
    CustomerSnapshot one(@PathVariable String id) {
        return search.one(id);
    }

    private Outcome converted(CustomerOperation operation) {
        try {
            return conversion.convert(operation);
        } catch (NumberSequenceExhausted e) {
            // Not the customer's fault: the channel keeps the customer and somebody sets the numbers up.
            throw new Problem(503, "try-again", "Headquarters has no account numbers left", "It will take care of it.");
        }
    }

    private CustomerOperation read(String body) {
        try {
            return reader.read(body);
        } catch (RuntimeException e) {
            throw new Problem(400, "malformed-request", "The operation cannot be read", "Send it as the P-job does.");
        }
    }

    private static CustomerSnapshot refused(Outcome.Refused refusal) {
        throw new Problem(422, "headquarters-refused", "Headquarters said no", refusal.words())
                .with("code", refusal.code());
    }

    private static CustomerSnapshot early() {
        throw new Problem(
                409,
                "operation-too-early",
                "An earlier change is on its way",
                "An earlier operation of this customer has yet to reach headquarters.");
    }
}
