package ai.artenic.optimizer.adapters.http.request;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Opaque positions in lists. A cursor carries the fields of its position and a checksum over them and the list they
/// belong to, so that a damaged cursor, or one of another list or of other filters, is told from a good one.
public final class Cursor {
    private static final int CHECKSUM_BYTES = 6;
    private static final String SEPARATOR = "\u001F";

    private Cursor() {}

    /// @param list names the list with its order and filters
    public static String encode(String list, List<String> position) {
        byte[] fields = String.join(SEPARATOR, position).getBytes(StandardCharsets.UTF_8);
        byte[] checksum = checksum(list, fields);
        byte[] cursor = Arrays.copyOf(checksum, CHECKSUM_BYTES + fields.length);
        System.arraycopy(fields, 0, cursor, CHECKSUM_BYTES, fields.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    /// The fields of the position; empty if the text is not a cursor of this list.
    public static Optional<List<String>> decode(String list, String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < CHECKSUM_BYTES) {
            return Optional.empty();
        }
        byte[] fields = Arrays.copyOfRange(bytes, CHECKSUM_BYTES, bytes.length);
        List<String> position = List.of(new String(fields, StandardCharsets.UTF_8).split(SEPARATOR, -1));
        return encode(list, position).equals(cursor) ? Optional.of(position) : Optional.empty();
    }

    private static byte[] checksum(String list, byte[] fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(list.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(fields);
            return Arrays.copyOf(digest.digest(), CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
