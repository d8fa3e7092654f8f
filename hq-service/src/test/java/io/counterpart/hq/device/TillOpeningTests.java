package io.counterpart.hq.device;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.counterpart.hq.device.TillOpeningService.TillOpening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TillOpeningTests {

    private static final String TOKEN = "x".repeat(43);
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int PIXELS = 8;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harbor.example.com",
                "ftp://harbor.example.com",
                "https://harbor.example.com?store=1",
                "https://harbor.example.com#till",
                "https://user@harbor.example.com",
                "/pos"
            })
    void refusesToStartWithWhatIsNoAddress(String address) {
        var properties = new ChannelAddressProperties(Map.of("HARBOR", URI.create(address)));

        assertThatThrownBy(() -> new TillOpeningService(properties))
                .hasMessageContaining("hq.channel.addresses of HARBOR");
    }

    @Test
    void opensTheTillOfTheChannelByALinkWhoseTokenIsNotSentToAServer() throws ReaderException {
        TillOpening opening = service("https://harbor.example.com/").of("HARBOR", TOKEN);

        assertThat(opening.link()).isEqualTo("https://harbor.example.com/pos/#token=" + TOKEN);
        assertThat(read(opening.code())).isEqualTo(opening.link());
    }

    @Test
    void withoutAnAddressTheCodeContainsTheTokenAlone() throws ReaderException {
        TillOpening opening = service("https://harbor.example.com").of("STATION", TOKEN);

        assertThat(opening.link()).isNull();
        assertThat(read(opening.code())).isEqualTo(TOKEN);
    }

    @Test
    void anEnvironmentVariableSetsTheAddressOfAChannel() {
        var environment = new SystemEnvironmentPropertySource(
                "systemEnvironment", Map.of("HQ_CHANNEL_ADDRESSES_HARBOR", "https://harbor.example.com"));
        ChannelAddressProperties properties = new Binder(ConfigurationPropertySources.from(environment))
                .bindOrCreate("hq.channel", ChannelAddressProperties.class);

        assertThat(new TillOpeningService(properties).of("HARBOR", "t").link())
                .isEqualTo("https://harbor.example.com/pos/#token=t");
    }

    @Test
    void withoutSettingsNoChannelHasAnAddress() {
        ChannelAddressProperties properties = new Binder().bindOrCreate("hq.channel", ChannelAddressProperties.class);

        assertThat(new TillOpeningService(properties).of("HARBOR", "t").link()).isNull();
    }

    private static TillOpeningService service(String address) {
        return new TillOpeningService(new ChannelAddressProperties(Map.of("harbor", URI.create(address))));
    }

    // As a camera sees the SVG: some pixels for each module.
    private static String read(QrCode code) throws ReaderException {
        int width = code.size() * PIXELS;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        RUN.matcher(code.path()).results().forEach(run -> {
            int left = Integer.parseInt(run.group(1)) * PIXELS;
            int top = Integer.parseInt(run.group(2)) * PIXELS;
            int length = Integer.parseInt(run.group(3)) * PIXELS;
            for (int y = top; y < top + PIXELS; y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + length, 0);
            }
        });
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        return new QRCodeReader().decode(picture).getText();
    }
}
