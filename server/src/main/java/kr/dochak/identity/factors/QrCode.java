package kr.dochak.identity.factors;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A text as a square that phones read, to be drawn as one path of an SVG.
 *
 * @param size of its side, in squares, with the quiet margin around it
 * @param path of the dark squares
 */
public record QrCode(int size, String path) {

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

    /** Draws a text. */
    static QrCode of(String text) {
        try {
            BitMatrix dark = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < dark.getHeight(); y++) {
                row(dark, y, path);
            }
            return new QrCode(dark.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a square", e);
        }
    }

    private static void row(BitMatrix dark, int y, StringBuilder path) {
        int x = 0;
        while (x < dark.getWidth()) {
            int from = x;
            while (x < dark.getWidth() && dark.get(x, y)) {
                x++;
            }
            if (x > from) {
                path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
            } else {
                x++;
            }
        }
    }
}
