package kr.dochak.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** IDN-1: what is drawn is what a phone reads. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QrCodeTests {

    private static final int DOT = 4;

    @Test
    void IDN_1_the_square_says_what_it_was_made_of() throws Exception {
        String text =
                "otpauth://totp/Dochak:sora%40dochak.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Dochak";
        QrCode square = QrCode.of(text);
        int side = square.size() * DOT;
        int[] light = new int[side * side];
        Arrays.fill(light, 0xffffff);
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z")
                .matcher(square.path())
                .results()
                .forEach(run -> {
                    for (int x = number(run, 1) * DOT; x < (number(run, 1) + number(run, 3)) * DOT; x++) {
                        for (int y = number(run, 2) * DOT; y < (number(run, 2) + 1) * DOT; y++) {
                            light[y * side + x] = 0;
                        }
                    }
                });
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, light)));

        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(text);
    }

    private static int number(MatchResult run, int group) {
        return Integer.parseInt(run.group(group));
    }
}
