package ai.artenic.optimizer.adapters.pricing.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Tells addresses of the internet from those that only lead to one's own network.
final class Addresses {
    private static final int V4 = 4;

    private Addresses() {}

    /// Loopback, link-local, private (RFC 1918, RFC 4193), shared (RFC 6598), unspecified, multicast and reserved
    /// addresses, also where an IPv6 address carries one of them (RFC 4291, RFC 6052, RFC 3056).
    static boolean isInternal(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == V4 ? isReserved(bytes) : isUniqueLocal(bytes) || carriesInternal(bytes));
    }

    /// 0.0.0.0/8, 100.64.0.0/10, 192.0.0.0/24, 198.18.0.0/15 and 240.0.0.0/4.
    private static boolean isReserved(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first == 0
                || first >= 240
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second & 0xfe) == 18);
    }

    private static boolean isUniqueLocal(byte[] bytes) {
        return (bytes[0] & 0xfe) == 0xfc;
    }

    private static boolean carriesInternal(byte[] bytes) {
        boolean isTranslated = startsWith(bytes, 0x00, 0x64, 0xff, 0x9b) || isCompatible(bytes);
        boolean isTunnelled = startsWith(bytes, 0x20, 0x02);
        return (isTranslated && isInternal(v4(bytes, 12))) || (isTunnelled && isInternal(v4(bytes, 2)));
    }

    private static boolean isCompatible(byte[] bytes) {
        return Arrays.equals(bytes, 0, 12, new byte[12], 0, 12);
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress v4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + V4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e); // only for other lengths
        }
    }
}
