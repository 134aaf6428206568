package ai.artenic.optimizer.adapters.pricing.aws;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The commercial regions by their codes, with the names under which AWS's price pages list them.
final class AwsRegion {
    private static final Map<String, String> DISPLAY_NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("af-south-1", "Africa (Cape Town)"),
            Map.entry("ap-east-1", "Asia Pacific (Hong Kong)"),
            Map.entry("ap-northeast-1", "Asia Pacific (Tokyo)"),
            Map.entry("ap-northeast-2", "Asia Pacific (Seoul)"),
            Map.entry("ap-northeast-3", "Asia Pacific (Osaka)"),
            Map.entry("ap-south-1", "Asia Pacific (Mumbai)"),
            Map.entry("ap-south-2", "Asia Pacific (Hyderabad)"),
            Map.entry("ap-southeast-1", "Asia Pacific (Singapore)"),
            Map.entry("ap-southeast-2", "Asia Pacific (Sydney)"),
            Map.entry("ap-southeast-3", "Asia Pacific (Jakarta)"),
            Map.entry("ap-southeast-4", "Asia Pacific (Melbourne)"),
            Map.entry("ap-southeast-5", "Asia Pacific (Malaysia)"),
            Map.entry("ap-southeast-7", "Asia Pacific (Thailand)"),
            Map.entry("ca-central-1", "Canada (Central)"),
            Map.entry("ca-west-1", "Canada West (Calgary)"),
            Map.entry("eu-central-1", "EU (Frankfurt)"),
            Map.entry("eu-central-2", "Europe (Zurich)"),
            Map.entry("eu-north-1", "EU (Stockholm)"),
            Map.entry("eu-south-1", "EU (Milan)"),
            Map.entry("eu-south-2", "Europe (Spain)"),
            Map.entry("eu-west-1", "EU (Ireland)"),
            Map.entry("eu-west-2", "EU (London)"),
            Map.entry("eu-west-3", "EU (Paris)"),
            Map.entry("il-central-1", "Israel (Tel Aviv)"),
            Map.entry("me-central-1", "Middle East (UAE)"),
            Map.entry("me-south-1", "Middle East (Bahrain)"),
            Map.entry("mx-central-1", "Mexico (Central)"),
            Map.entry("sa-east-1", "South America (Sao Paulo)"),
            Map.entry("us-east-1", "US East (N. Virginia)"),
            Map.entry("us-east-2", "US East (Ohio)"),
            Map.entry("us-west-1", "US West (N. California)"),
            Map.entry("us-west-2", "US West (Oregon)")));

    /// Names that the spot page kept from before regions had codes.
    private static final Map<String, String> LEGACY = Map.of(
            "us-east", "us-east-1",
            "us-west", "us-west-1",
            "eu-ireland", "eu-west-1",
            "eu-frankfurt", "eu-central-1",
            "apac-sin", "ap-southeast-1",
            "apac-syd", "ap-southeast-2",
            "apac-tokyo", "ap-northeast-1");

    private AwsRegion() {}

    /// The name in the price pages, such as `EU (Frankfurt)`; empty for a region that is not known here.
    static Optional<String> displayName(String code) {
        return Optional.ofNullable(DISPLAY_NAMES.get(code));
    }

    /// The code of a region that goes by its code or by a legacy name.
    static String code(String name) {
        return LEGACY.getOrDefault(name, name);
    }

    /// The host of the EC2 API in a region.
    static String ec2Host(String code) {
        return "ec2." + code + ".amazonaws.com";
    }

    /// The hosts of the EC2 API in all regions, with others.
    static Set<String> ec2HostsAnd(String... others) {
        Set<String> hosts =
                DISPLAY_NAMES.keySet().stream().map(AwsRegion::ec2Host).collect(Collectors.toSet());
        hosts.addAll(Arrays.asList(others));
        return Set.copyOf(hosts);
    }
}
