package ai.artenic.optimizer.bootstrap.config;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of bytes written with its unit.
final class ByteSize {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KB|MB|GB)");
    private static final Map<String, Long> UNITS = Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

    private ByteSize() {}

    /// The bytes that `64MB` stands for; empty if the text is no size above 0.
    static OptionalLong parse(String text) {
        Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
        return size.matches() && !size.group(1).equals("0")
                ? OptionalLong.of(Long.parseLong(size.group(1)) * UNITS.getOrDefault(size.group(2), 1L))
                : OptionalLong.empty();
    }
}
