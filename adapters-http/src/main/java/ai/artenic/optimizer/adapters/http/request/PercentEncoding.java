package ai.artenic.optimizer.adapters.http.request;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Decodes percent-encoded text strictly, as forms write it: `+` is a space.
final class PercentEncoding {
    private PercentEncoding() {}

    /// The text; empty if it is not percent-encoded UTF-8, or holds U+0000.
    static Optional<String> decode(String encoded) {
        if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0 && isAscii(encoded)) {
            return Optional.of(encoded);
        }
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                int octet = octet(encoded, i);
                if (octet <= 0) {
                    return Optional.empty();
                }
                bytes.write(octet);
                i += 2;
            } else if (c > 0 && c < 0x80) {
                bytes.write(c == '+' ? ' ' : c);
            } else {
                return Optional.empty();
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c > 0 && c < 0x80);
    }

    /// The octet of two hex digits; -1 if they are none.
    private static int octet(String encoded, int percent) {
        if (percent + 2 >= encoded.length()) {
            return -1;
        }
        int high = Character.digit(encoded.charAt(percent + 1), 16);
        int low = Character.digit(encoded.charAt(percent + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
