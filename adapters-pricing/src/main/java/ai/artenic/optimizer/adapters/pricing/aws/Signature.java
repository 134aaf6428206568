package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests to AWS (Signature Version 4): all their headers, their query, which has to be in order, and their
/// body.
record Signature(AwsKeys keys, String region, String service) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String METHOD = "AWS4-HMAC-SHA256";

    /// The request with the headers that prove who asks, and when.
    WebRequest sign(WebRequest request, Instant now) {
        WebRequest dated = request.header("X-Amz-Date", TIME.format(now));
        WebRequest stamped = keys.session()
                .map(token -> dated.header("X-Amz-Security-Token", token))
                .orElse(dated);
        Map<String, String> headers = new TreeMap<>(Map.of("host", request.uri().getHost()));
        stamped.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value.strip()));
        String signed = String.join(";", headers.keySet());
        String scope = TIME.format(now).substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        String signature = HexFormat.of()
                .formatHex(mac(
                        key(scope),
                        String.join("\n", METHOD, TIME.format(now), scope, hash(canonical(request, headers, signed)))));
        return stamped.header(
                "Authorization",
                METHOD + " Credential=" + keys.id() + "/" + scope + ", SignedHeaders=" + signed + ", Signature="
                        + signature);
    }

    /// A query in the order and encoding that is signed.
    static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String canonical(WebRequest request, Map<String, String> headers, String signed) {
        String query = request.uri().getRawQuery();
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.body().isPresent() ? "POST" : "GET",
                request.uri().getRawPath(),
                query == null ? "" : query,
                lines,
                signed,
                hash(request.body().orElse("")));
    }

    private byte[] key(String scope) {
        byte[] key = ("AWS4" + keys.secret()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = mac(key, part);
        }
        return key;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
