package io.counterpart.hq.customerimport;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.customerfile.FileFormat;

/**
 * An import of customers.
 *
 * @param columns the names of the fields in the file
 * @param mapping by name in the file, the field of a customer; what is not in it is not imported
 * @param sha256 of the expanded file, by which a client recognizes a file that HQ has; null: it is not complete
 * @param records in the file
 * @param done records that the dry run or the import has processed
 * @param created customers that were created, or that an import would create
 * @param existing records whose customers exist already with the same values
 * @param bad records that cannot be imported; the report has their lines and reasons
 * @param recordsPerSecond null: nothing was processed yet
 * @param secondsLeft null: nothing is in progress
 */
record CustomerImportView(
        UUID id,
        String fileName,
        FileFormat format,
        CustomerImport.Status status,
        List<String> columns,
        Map<String, String> mapping,
        @Nullable String sha256,
        long records,
        long done,
        long created,
        long existing,
        long bad,
        @Nullable Long recordsPerSecond,
        @Nullable Long secondsLeft,
        String uploadedBy,
        Instant uploadedAt,
        @Nullable String startedBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    static CustomerImportView of(CustomerImport job) {
        return new CustomerImportView(
                job.id(),
                job.fileName(),
                job.format(),
                job.status(),
                job.columns(),
                job.mapping(),
                job.sha256(),
                job.records(),
                job.done(),
                job.created(),
                job.existing(),
                job.bad(),
                job.rate(),
                job.secondsLeft(),
                job.uploadedBy(),
                job.uploadedAt(),
                job.startedBy(),
                job.startedAt(),
                job.finishedAt());
    }
}
