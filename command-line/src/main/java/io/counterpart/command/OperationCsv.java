package io.counterpart.command;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** An operation as a row of a CSV file. */
final class OperationCsv {

    private static final List<String> FIELDS = List.of(
            "id",
            "status",
            "kind",
            "channel",
            "channelDatabase",
            "asyncCustomerId",
            "accountNumber",
            "operationNumber",
            "errorClass",
            "errorCode",
            "attempts",
            "occurredAt",
            "uploadedAt",
            "stagedAt",
            "device");
    private static final String END = "\r\n";

    static final String HEADING = String.join(",", FIELDS) + END;

    private OperationCsv() {}

    static String row(JsonNode operation) {
        return FIELDS.stream().map(field -> Cells.csv(operation.path(field))).collect(Collectors.joining(",")) + END;
    }
}
