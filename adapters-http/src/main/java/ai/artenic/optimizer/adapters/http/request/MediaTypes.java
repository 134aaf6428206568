package ai.artenic.optimizer.adapters.http.request;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the headers that name media types.
public final class MediaTypes {
    private MediaTypes() {}

    /// Whether an `Accept` header admits the media type.
    ///
    /// @param produced type and subtype, without parameters
    public static boolean accepts(@Nullable String accept, String produced) {
        return weight(accept, produced) > 0;
    }

    /// How much an `Accept` header wants the media type: the weight of its most specific range that matches;
    /// 0 where none does. A missing header wants everything alike.
    ///
    /// @param produced type and subtype, without parameters
    public static double weight(@Nullable String accept, String produced) {
        if (accept == null || accept.isBlank()) {
            return 1;
        }
        String family = produced.substring(0, produced.indexOf('/')) + "/*";
        int bestMatch = 0;
        double weight = 0;
        for (String range : accept.toLowerCase(Locale.ROOT).split(",")) {
            String type = withoutParameters(range);
            int match = type.equals(produced) ? 3 : type.equals(family) ? 2 : type.equals("*/*") ? 1 : 0;
            if (match > bestMatch) {
                bestMatch = match;
                weight = weight(range);
            }
        }
        return weight;
    }

    /// Whether a `Content-Type` header names the media type in UTF-8.
    public static boolean isUtf8(@Nullable String contentType, String expected) {
        if (contentType == null) {
            return false;
        }
        if (contentType.equals(expected)) {
            return true;
        }
        String type = contentType.toLowerCase(Locale.ROOT);
        String charset = parameter(type, "charset").orElse("utf-8").replace("\"", "");
        return withoutParameters(type).equals(expected) && (charset.equals("utf-8") || charset.equals("utf8"));
    }

    /// Whether an `Accept-Encoding` header asks for gzip.
    public static boolean acceptsGzip(String acceptEncoding) {
        for (String coding : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            if (withoutParameters(coding).equals("gzip")) {
                return weight(coding) > 0;
            }
        }
        return false;
    }

    private static double weight(String range) {
        try {
            return parameter(range, "q").map(Double::parseDouble).orElse(1.0);
        } catch (NumberFormatException e) {
            return 1.0;
        }
    }

    private static Optional<String> parameter(String header, String name) {
        for (String part : header.split(";")) {
            int split = part.indexOf('=');
            if (split > 0 && part.substring(0, split).strip().equals(name)) {
                return Optional.of(part.substring(split + 1).strip());
            }
        }
        return Optional.empty();
    }

    private static String withoutParameters(String header) {
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip();
    }
}
