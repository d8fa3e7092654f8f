package io.counterpart.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An HQ that is asked to import a file of two records. */
abstract class ImportSupport {

    static final String PATH = "/api/v1/customer-imports";
    static final String ID = "6f6b8a52-5c3a-4a51-9d0e-0c5a1f7d0001";
    static final String ONE = PATH + "/" + ID;
    static final String UPLOAD = "POST " + PATH + "?fileName=old.csv";
    static final String START = "POST " + ONE + "/start";
    static final String REPORT = "GET " + ONE + "/report?limit=50";
    static final String CONTENT = "No;Surname;Shoe\nA1;Lee;42\nA2;;\n";
    // Of CONTENT, as sha256sum prints it.
    static final String SHA256 = "f6f73881db2a18bee5ff6eba3c1ed2a5407a7dd6a5a0b4e3f459e0eb5b18f270";
    static final String PROBLEMS =
            "{'items': [{'line': 3, 'accountNumber': 'A2', 'field': 'lastName', 'code': 'required', 'reason': 'A last name is required'}]}";

    @TempDir
    Path directory;

    FakeHq hq;
    Path file;

    @BeforeEach
    void start() throws IOException {
        hq = new FakeHq();
        file = Files.writeString(directory.resolve("old.csv"), CONTENT);
        hq.answer("GET " + PATH, 200, "{'items': []}").answer(UPLOAD, 201, job("UPLOADED", 0, 0));
    }

    @AfterEach
    void stop() {
        hq.close();
    }

    void list(String status) {
        hq.replace("GET " + PATH, "{'items': [" + job(status, 0, 0) + "]}");
    }

    JsonNode started() {
        return json(hq.body(START));
    }

    static JsonNode json(String text) {
        return HqApi.JSON.readTree(text.replace('\'', '"'));
    }

    static String job(String status, int created, int bad) {
        return """
                {'id': '%s', 'fileName': 'old.csv', 'format': 'CSV', 'status': '%s', 'columns': ['No', 'Surname', 'Shoe'],
                 'mapping': {'No': 'accountNumber', 'Surname': 'lastName'}, 'sha256': '%s', 'records': 2, 'done': %d,
                 'created': %d, 'existing': 0, 'bad': %d}
                """.formatted(ID, status, SHA256, created + bad, created, bad);
    }
}
