package io.counterpart.endtoend;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;

/** What a camera sees that is held in front of a QR code. */
final class QrVideo {

    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    private static final int CODE = 360;
    private static final int FRAMES = 10;
    private static final byte GREY = (byte) 160;
    private static final byte BLACK = 16;
    private static final byte WHITE = (byte) 235;
    private static final byte NO_COLOR = (byte) 128;

    private QrVideo() {}

    /** Writes a video in the format that Chromium reads instead of a camera (YUV4MPEG2). */
    static void write(Path file, String text) throws IOException, WriterException {
        byte[] frame = frame(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, CODE, CODE));
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(ascii("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420\n".formatted(WIDTH, HEIGHT)));
            for (int i = 0; i < FRAMES; i++) {
                out.write(ascii("FRAME\n"));
                out.write(frame);
            }
        }
    }

    /** The text of the code in a picture of this size, whose pixels are bytes of brightness. */
    static Optional<String> read(String base64) {
        byte[] brightness = Base64.getDecoder().decode(base64);
        var picture = new PlanarYUVLuminanceSource(brightness, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, false);
        try {
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static byte[] frame(BitMatrix code) {
        var frame = new byte[WIDTH * HEIGHT * 3 / 2];
        Arrays.fill(frame, 0, WIDTH * HEIGHT, GREY);
        Arrays.fill(frame, WIDTH * HEIGHT, frame.length, NO_COLOR);
        int left = (WIDTH - code.getWidth()) / 2;
        int top = (HEIGHT - code.getHeight()) / 2;
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                frame[(top + y) * WIDTH + left + x] = code.get(x, y) ? BLACK : WHITE;
            }
        }
        return frame;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
