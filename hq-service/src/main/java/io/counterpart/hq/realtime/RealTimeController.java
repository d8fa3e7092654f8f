package io.counterpart.hq.realtime;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.realtime.FindCustomers;
import io.counterpart.contract.realtime.FindCustomers.Found;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.hq.security.Caller;
import io.counterpart.hq.staging.OperationReader;
import io.counterpart.hq.synchronization.ImmediateConversion;
import io.counterpart.hq.synchronization.ImmediateConversion.ConversionResult;
import io.counterpart.support.problem.StandardProblem;

/** REST resource of the Real-time service: applies operations in the format of the P-job, and finds customers. */
@RestController
@RequestMapping(path = "/realtime/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class RealTimeController {

    private final RealTimeRequestReader requests;
    private final OperationReader reader;
    private final ImmediateConversion conversion;
    private final CustomerSearchService search;

    RealTimeController(
            RealTimeRequestReader requests,
            OperationReader reader,
            ImmediateConversion conversion,
            CustomerSearchService search) {
        this.requests = requests;
        this.reader = reader;
        this.conversion = conversion;
        this.search = search;
    }

    @PostMapping("/operations")
    CustomerSnapshot apply(
            @AuthenticationPrincipal Caller caller,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = CustomerOperation.class)))
                    @RequestBody
                    String body) {
        CustomerOperation operation = read(body);
        requests.requireOwn(caller, operation.channelDatabase(), operation.channel());
        if (carriesIdentity(operation.body())) {
            requests.requireOnlineStore(operation.channelDatabase());
        }
        return RealTimeRequestReader.numbered(() -> conversion.convert(operation))
                .fold(ConversionResult.Done::customer, RealTimeController::refused, RealTimeController::early);
    }

    @PostMapping("/customers/search")
    Found find(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = FindCustomers.class)))
                    @RequestBody
                    String body) {
        FindCustomers wanted = requests.read(body, FindCustomers.class);
        var query = new CustomerSearchService.CustomerQuery(
                wanted.query(), wanted.limit() == 0 ? null : wanted.limit(), wanted.cursor());
        ListResponse<CustomerSnapshot> found = search.find(query, wanted.criteria());
        // An erased customer is found by its number, at HQ only.
        return new Found(found.items().stream().filter(it -> !it.isErased()).toList(), found.nextCursor());
    }

    @GetMapping("/customers/{id}")
    CustomerSnapshot one(@PathVariable String id) {
        return search.one(id);
    }

    private static boolean carriesIdentity(OperationBody body) {
        return body instanceof OperationBody.LinkIdentity
                || (body instanceof OperationBody.CreateCustomer creation
                        && creation.content().externalIdentity() != null);
    }

    private CustomerOperation read(String body) {
        try {
            return reader.read(body);
        } catch (RuntimeException e) {
            throw StandardProblem.MALFORMED_REQUEST.because("Upload the operation through the P-job.");
        }
    }

    // A restored channel database does not have its lost operations yet, so a used number is handled like an operation
    // that is too early. The channel stores the edit as pending or asks the user to try again, and no client receives
    // an error about a number.
    private static CustomerSnapshot refused(ConversionResult.Rejected refusal) {
        if (refusal.isNumberUsed()) {
            return early();
        }
        throw HqProblem.HEADQUARTERS_REFUSED.because(refusal.message()).with("code", refusal.code());
    }

    private static CustomerSnapshot early() {
        throw HqProblem.OPERATION_TOO_EARLY.because(
                "An earlier operation of this customer has not reached headquarters yet.");
    }
}
