package io.counterpart.hq.alert;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

import io.counterpart.support.problem.Problem;

/**
 * Says which URLs may be webhooks: HTTPS outside the profile {@code local}, and no address of this machine or of a
 * private network, so that HQ cannot be used to reach internal services.
 */
@Component
class WebhookAddressPolicy {

    static final int LONGEST = 500;

    static final String REFUSED = "The host is in a private network (hq.alerts.allow-private-addresses)";

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[.*]");

    private final boolean local;
    private final boolean allowPrivate;

    WebhookAddressPolicy(Environment environment, AlertProperties properties) {
        this.local = environment.acceptsProfiles(Profiles.of("local"));
        this.allowPrivate = local || properties.allowPrivateAddresses();
    }

    /** Checks the URL itself; the addresses of its host are checked with each message. */
    void check(String address) {
        URI uri = parse(address);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(local && scheme.equals("http"))) {
            throw invalid("https-required", "Must begin with https://");
        }
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null || uri.getFragment() != null || address.length() > LONGEST) {
            throw invalid("invalid-value", "Must be a URL with a host, without a user name and #");
        }
        if (!allowPrivate && isPrivateHost(host)) {
            throw invalid("private-address", "Must not be an address of this machine or of a private network");
        }
    }

    private static URI parse(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw invalid("invalid-value", "Must be a URL");
        }
    }

    private static boolean isPrivateHost(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        if (!LITERAL.matcher(name).matches()) {
            return false;
        }
        try {
            // A literal is not resolved by DNS.
            return isPrivate(InetAddress.getByName(name));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** The addresses to which a message may be sent; throws if the host has one that is refused. */
    InetAddress[] allowed(InetAddress[] resolved) throws UnknownHostException {
        for (InetAddress address : resolved) {
            if (!allowPrivate && isPrivate(address)) {
                throw new UnknownHostException(REFUSED);
            }
        }
        return resolved;
    }

    static boolean isPrivate(@Nullable InetAddress address) {
        return address == null
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address six && six.isIPv4CompatibleAddress())
                || isReserved(address.getAddress());
    }

    private static boolean isReserved(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        int second = Byte.toUnsignedInt(bytes[1]);
        if (bytes.length == 4) {
            // This network, shared addresses of providers, benchmarks, and what is reserved.
            return first == 0
                    || (first == 100 && second >= 64 && second < 128)
                    || (first == 192 && second == 0 && bytes[2] == 0)
                    || (first == 198 && (second == 18 || second == 19))
                    || first >= 240;
        }
        // Unique local addresses, and those that contain an IPv4 address: NAT64 and 6to4.
        return (first & 0xfe) == 0xfc
                || (first == 0x00 && second == 0x64 && bytes[2] == (byte) 0xff && bytes[3] == (byte) 0x9b)
                || (first == 0x20 && second == 0x02);
    }

    private static Problem invalid(String code, String reason) {
        return Problem.validation("/address", code, reason);
    }
}
