package ai.artenic.optimizer.adapters.pricing.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The expected signatures were computed by another implementation.
class SignatureTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private static AwsKeys keys(Optional<String> session) {
        return new AwsKeys("OWNKEY", "own/secret+of=ours", session);
    }

    @Test
    void a_post_is_signed_with_its_body_and_headers() {
        WebRequest request = WebRequest.post(
                        URI.create("https://api.pricing.us-east-1.amazonaws.com/"), "{\"ServiceCode\":\"AmazonEC2\"}")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSPriceListService.GetProducts");

        WebRequest signed = new Signature(keys(Optional.empty()), "us-east-1", "pricing").sign(request, NOW);

        assertEquals("20261101T100000Z", signed.headers().get("X-Amz-Date"));
        assertEquals(
                "AWS4-HMAC-SHA256 Credential=OWNKEY/20261101/us-east-1/pricing/aws4_request, "
                        + "SignedHeaders=content-type;host;x-amz-date;x-amz-target, "
                        + "Signature=80cadefa7dd56fa60de4275615db46a937f10dfa4eb12ec701590735c61c5a6a",
                signed.headers().get("Authorization"));
    }

    @Test
    void a_get_is_signed_with_its_query_in_order_and_the_token_of_a_temporary_key() {
        String query = Signature.query(Map.of(
                "StartTime", "2026-11-01T10:00:00Z",
                "Action", "DescribeSpotPriceHistory",
                "Filter.1.Value.1", "Linux/UNIX"));
        WebRequest request = WebRequest.get(URI.create("https://ec2.eu-central-1.amazonaws.com/?" + query));

        WebRequest signed = new Signature(keys(Optional.of("session")), "eu-central-1", "ec2").sign(request, NOW);

        assertEquals("session", signed.headers().get("X-Amz-Security-Token"));
        assertEquals(
                "AWS4-HMAC-SHA256 Credential=OWNKEY/20261101/eu-central-1/ec2/aws4_request, "
                        + "SignedHeaders=host;x-amz-date;x-amz-security-token, "
                        + "Signature=084963616ad45f86b99cc32694b45df84266a618cba56ba4391aee5920891b41",
                signed.headers().get("Authorization"));
    }

    @Test
    void a_query_is_encoded_as_it_is_signed() {
        assertEquals("a=x%20y%2A~%2F%3D&b=", Signature.query(Map.of("b", "", "a", "x y*~/=")));
    }

    @Test
    void keys_are_never_shown() {
        assertFalse(
                new Signature(keys(Optional.of("session")), "r", "s").toString().contains("own"));
    }
}
