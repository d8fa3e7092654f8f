package io.counterpart.hq.device;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes what opens a till with a new token: a link to the till of its channel service, and a QR code. */
@Service
class TillOpeningService {

    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final String INVALID = "hq.channel.addresses of %s: \"%s\" is not the address of a channel service, "
            + "such as https://harbor.example.com.";

    // An environment variable has the name of the channel in lower case.
    private final Map<String, String> addresses = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    TillOpeningService(ChannelAddressProperties properties) {
        properties.addresses().forEach((channel, address) -> addresses.put(channel, checked(channel, address)));
    }

    TillOpening of(String channel, String token) {
        String address = addresses.get(channel);
        // A browser does not send the part behind the hash, so the token gets into no log of a server.
        String link = address == null ? null : address + "/pos/#token=" + token;
        return new TillOpening(link, QrCode.of(link == null ? token : link));
    }

    private static String checked(String channel, URI address) {
        boolean valid = address.getScheme() != null
                && SCHEMES.contains(address.getScheme())
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null;
        if (!valid) {
            throw new IllegalArgumentException(INVALID.formatted(channel, address));
        }
        String text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * What opens a till.
     *
     * @param link null: the address of the channel service is not set, and the code contains the token alone
     */
    record TillOpening(@Nullable String link, QrCode code) {}
}
