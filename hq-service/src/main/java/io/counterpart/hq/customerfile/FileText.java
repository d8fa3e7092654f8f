package io.counterpart.hq.customerfile;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

import org.springframework.util.unit.DataSize;

/** The text of an uploaded file: expanded if it is compressed with gzip, without byte order mark, in strict UTF-8. */
public final class FileText {

    private static final int BUFFER = 64 * 1024;
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int UTF_16_BIG = 0xfeff;
    private static final int UTF_16_LITTLE = 0xfffe;

    private final Counted bytes;
    private final BufferedReader reader;

    public FileText(InputStream file, DataSize most) throws IOException {
        PushbackInputStream start = new PushbackInputStream(file, 3);
        InputStream content = firstTwo(start) == GZIP_MAGIC ? new GZIPInputStream(start, BUFFER) : start;
        this.bytes = new Counted(content, most.toBytes());
        PushbackInputStream text = new PushbackInputStream(bytes, 3);
        int first = firstTwo(text);
        if (first == UTF_16_BIG || first == UTF_16_LITTLE) {
            throw new UnreadableFileException("The file is in UTF-16. Save it as UTF-8.");
        }
        skipByteOrderMark(text);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.reader = new BufferedReader(new InputStreamReader(text, decoder), BUFFER);
    }

    public BufferedReader reader() {
        return reader;
    }

    /** Of the expanded content that was read so far. */
    public long length() {
        return bytes.length;
    }

    /** Of the expanded content that was read so far. */
    public String sha256() {
        return HexFormat.of().formatHex(bytes.digest.digest());
    }

    private static int firstTwo(PushbackInputStream in) throws IOException {
        byte[] first = in.readNBytes(2);
        in.unread(first);
        return first.length < 2 ? 0 : (first[0] & 0xff) << 8 | (first[1] & 0xff);
    }

    private static void skipByteOrderMark(PushbackInputStream in) throws IOException {
        byte[] first = in.readNBytes(3);
        boolean mark = first.length == 3
                && (first[0] & 0xff) == 0xef
                && (first[1] & 0xff) == 0xbb
                && (first[2] & 0xff) == 0xbf;
        if (!mark) {
            in.unread(first);
        }
    }

    /** Counts and digests what is read, and ends a file that is too long: a small archive may expand without end. */
    private static final class Counted extends FilterInputStream {

        private final MessageDigest digest = digest();
        private final long most;
        private long length;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            int read = super.read(buffer, offset, wanted);
            if (read > 0) {
                digest.update(buffer, offset, read);
                length += read;
            }
            if (length > most) {
                throw new UnreadableFileException("The file has more than %d MB. Split it."
                        .formatted(DataSize.ofBytes(most).toMegabytes()));
            }
            return read;
        }

        private static MessageDigest digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }
}
