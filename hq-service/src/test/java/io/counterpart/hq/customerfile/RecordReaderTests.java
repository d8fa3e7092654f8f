package io.counterpart.hq.customerfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

import io.counterpart.hq.messaging.MessageJson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordReaderTests {

    private static final DataSize MOST = DataSize.ofKilobytes(64);

    private final MessageJson json = new MessageJson();

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void readsCellsBetweenTheSeparatorOfTheHeader(String separator) throws IOException {
        RecordReader reader =
                csv("\ufeff\"a, b\"|c|d\r\n1|\"two \"\"2\"\"\"|\r\n\r\nx|\"line\nbreak\"|z\n".replace("|", separator));

        assertThat(reader.columns()).containsExactly("a, b", "c", "d");
        assertThat(all(reader))
                .containsExactly(
                        new FileRecord(2, List.of("1", "two \"2\"", "")),
                        new FileRecord(4, List.of("x", "line\nbreak", "z")));
    }

    @Test
    void linesAreCountedThroughLineBreaksInCells() throws IOException {
        assertThat(all(csv("a,b\n1,\"x\ny\nz\"\n2,3\n")))
                .extracting(FileRecord::line)
                .containsExactly(2L, 5L);
    }

    @Test
    void keepsLinesWithAnotherNumberOfCells() throws IOException {
        assertThat(all(csv("a,b\n1\n1,2,3\n")))
                .extracting(row -> row.values().size())
                .containsExactly(1, 3);
    }

    @Test
    void namesColumnsWithoutAName() throws IOException {
        assertThat(csv("a,,c\n").columns()).containsExactly("a", "Column 2", "c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,a\n1,2\n", "a,b\n1,\"open\n", "a,b\n1,\"x\"y\n"})
    void refusesWhatIsNoCsv(String text) {
        assertThatThrownBy(() -> all(csv(text))).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void refusesOtherEncodings() {
        assertThatThrownBy(() -> all(read("a\nM\u00fcller\n".getBytes(StandardCharsets.ISO_8859_1))))
                .isInstanceOf(CharacterCodingException.class);
        assertThatThrownBy(() -> read("a\nb\n".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("UTF-16");
    }

    @Test
    void refusesFilesThatAreTooLongWithoutReadingThem() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };

        assertThatThrownBy(() -> all(reader(endless))).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void readsObjectsByLine() throws IOException {
        RecordReader reader = read("""
                {"accountNumber":"A1","addresses":[{"city":"Oslo"}],"attributes":{"size":1}}

                {"accountNumber":"A2","externalIdentity":{"issuer":"i","subject":null},"title":null}
                no object
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(all(reader)).extracting(FileRecord::line).containsExactly(1L, 3L, 4L);
        assertThat(reader.columns())
                .containsExactly("accountNumber", "address1.city", "attribute.size", "externalIdentity.issuer");
    }

    private RecordReader csv(String text) throws IOException {
        return reader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "a.csv");
    }

    private RecordReader read(byte[] content) throws IOException {
        return reader(new ByteArrayInputStream(content));
    }

    private RecordReader reader(InputStream content) throws IOException {
        return reader(content, "a.txt");
    }

    private RecordReader reader(InputStream content, String name) throws IOException {
        var text = new FileText(content, MOST);
        return RecordReader.open(text.reader(), FileFormat.of(text.reader(), name), json);
    }

    private static List<FileRecord> all(RecordReader reader) throws IOException {
        var all = new ArrayList<FileRecord>();
        for (FileRecord row = reader.next(); row != null; row = reader.next()) {
            all.add(row);
        }
        return all;
    }
}
