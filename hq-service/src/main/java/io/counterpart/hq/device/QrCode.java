package io.counterpart.hq.device;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * A QR code as an SVG path.
 *
 * @param size width and height in modules, with the margin that readers need
 * @param path the dark modules
 */
record QrCode(int size, String path) {

    private static final int MARGIN = 4;

    static QrCode of(String text) {
        var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, MARGIN);
        try {
            // No size: one pixel for each module.
            BitMatrix modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints);
            return new QrCode(modules.getWidth(), path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code", e);
        }
    }

    // A rectangle for each run of dark modules in a row.
    private static String path(BitMatrix modules) {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int end = x;
                while (end < modules.getWidth() && modules.get(end, y)) {
                    end++;
                }
                if (end > x) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, end - x, end - x));
                }
                x = end + 1;
            }
        }
        return path.toString();
    }
}
