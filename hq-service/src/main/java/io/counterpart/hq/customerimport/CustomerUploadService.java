package io.counterpart.hq.customerimport;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipException;

import org.springframework.stereotype.Service;

import io.counterpart.contract.validation.ValueRules;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.customerfile.FileFormat;
import io.counterpart.hq.customerfile.FileRecord;
import io.counterpart.hq.customerfile.FileText;
import io.counterpart.hq.customerfile.RecordReader;
import io.counterpart.hq.customerfile.UnreadableFileException;
import io.counterpart.hq.customerimport.CustomerImport.Status;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.support.problem.Problem;

/** Stores an uploaded file in chunks while it arrives, so that memory does not depend on its size. */
@Service
class CustomerUploadService {

    static final int LONGEST_NAME = 200;

    private static final int LARGEST_CHUNK = 256 * 1024;

    private final CustomerImportRepository imports;
    private final ImportFileRepository file;
    private final UploadEnd end;
    private final CustomerImportProperties properties;
    private final MessageJson json;
    private final Clock clock;

    CustomerUploadService(
            CustomerImportRepository imports,
            ImportFileRepository file,
            UploadEnd end,
            CustomerImportProperties properties,
            MessageJson json,
            Clock clock) {
        this.imports = imports;
        this.file = file;
        this.end = end;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
    }

    UUID upload(String fileName, InputStream content) throws IOException {
        String name = checked(fileName);
        UUID id = UUID.randomUUID();
        try {
            var text = new FileText(content, properties.maxSize());
            FileFormat format = FileFormat.of(text.reader(), name);
            imports.insert(id, name, format, AuditService.actor(), clock.instant());
            RecordReader records = RecordReader.open(text.reader(), format, json);
            long count = store(id, records);
            finish(id, name, new UploadedFile(records.columns(), count, text.length(), text.sha256()));
            return id;
        } catch (UnreadableFileException e) {
            throw unreadable(id, content, String.valueOf(e.getMessage()));
        } catch (CharacterCodingException e) {
            throw unreadable(id, content, "The file is not in UTF-8. Save it as UTF-8.");
        } catch (ZipException | EOFException e) {
            throw unreadable(id, content, "The compressed file is damaged or incomplete.");
        } catch (IOException | RuntimeException e) {
            imports.end(id, Status.FAILED, clock.instant());
            throw e;
        }
    }

    private static String checked(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || ValueRules.hasUnprintable(name)) {
            throw Problem.validation(
                    "/fileName", "invalid-file-name", "Must have 1 to %d characters".formatted(LONGEST_NAME));
        }
        return name;
    }

    private long store(UUID id, RecordReader records) throws IOException {
        List<FileRecord> chunk = new ArrayList<>();
        long count = 0;
        int length = 0;
        for (FileRecord row = records.next(); row != null; row = records.next()) {
            if (chunk.size() >= properties.chunk() || length + row.length() > LARGEST_CHUNK) {
                store(id, chunk);
                length = 0;
            }
            chunk.add(row);
            length += row.length();
            count++;
        }
        store(id, chunk);
        return count;
    }

    private void store(UUID id, List<FileRecord> chunk) {
        if (chunk.isEmpty()) {
            return;
        }
        if (!imports.uploading(id, clock.instant())) {
            throw HqProblem.CUSTOMER_IMPORT_STATE.because("The import was cancelled during the upload.");
        }
        file.store(id, chunk);
        chunk.clear();
    }

    private void finish(UUID id, String name, UploadedFile uploaded) throws UnreadableFileException {
        if (uploaded.records() == 0) {
            throw new UnreadableFileException("The file has no records.");
        }
        end.store(id, name, uploaded);
    }

    // The sender reads the answer only after it has sent everything.
    private Problem unreadable(UUID id, InputStream content, String reason) throws IOException {
        imports.end(id, Status.FAILED, clock.instant());
        long left = properties.maxSize().toBytes();
        var buffer = new byte[64 * 1024];
        for (int read = content.read(buffer); read >= 0 && left > 0; read = content.read(buffer)) {
            left -= read;
        }
        return HqProblem.CUSTOMER_IMPORT_FILE_UNREADABLE.because(reason);
    }
}
