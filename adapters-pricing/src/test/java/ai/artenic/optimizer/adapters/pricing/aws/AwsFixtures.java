package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.Machines;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import java.util.Map;

/// Answers of AWS in their true shape with invented values.
final class AwsFixtures {
    static final String SPOT = "spot-price.s3.amazonaws.com/spot.js";
    static final String ADVISOR = "spot-bid-advisor.s3.amazonaws.com/spot-advisor-data.json";
    static final String VIRGINIA = page("US%20East%20(N.%20Virginia)");
    static final String FRANKFURT = page("EU%20(Frankfurt)");
    static final String INDEX = "pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/current/region_index.json";
    static final String VERSION = "pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/20261030/us-east-1/index";

    private AwsFixtures() {}

    /// A server that knows a spot page without prices and the hardware of some types.
    static ProviderServer server() {
        return new ProviderServer()
                .at(SPOT, "callback({\"config\": {\"regions\": []}});")
                .at(ADVISOR, "{\"ranges\": [{\"index\": 0, \"label\": \"<5%\"}], \"spot_advisor\": {}}")
                .knowing(Map.of(
                        "p5.48xlarge", Machines.with(192, 2048, "H100", 8, 80),
                        "g6f.large", Machines.with(2, 8, "L4", 0.125, 24),
                        "trn1.2xlarge", Machines.with(8, 32, "Trainium1", 1, 32)));
    }

    static String page(String name) {
        return "b0.p.awsstatic.com/pricing/2.0/meteredUnitMaps/ec2/USD/current/ec2-ondemand-without-sec-sel/" + name
                + "/Linux/index.json";
    }

    /// The price page's list of a region.
    static String list(String name, String... machines) {
        return """
                {"manifest": {"serviceId": "ec2", "currencyCode": "USD", "source": "ec2"}, "sets": {},
                 "regions": {"%s": {%s}}}""".formatted(name, String.join(",", machines));
    }

    /// An entry of the price page's list.
    static String entry(String type, String vcpus, String memory, String price) {
        return """
                "%s Region Linux": {"rateCode": "X.JRTCKXETXF.6YS6EN2CT7", "price": "%s", "Instance Type": "%s",
                 "vCPU": "%s", "Memory": "%s", "Operating System": "Linux"}""".formatted(type.replace('.', ' '), price, type, vcpus, memory);
    }

    /// The index of the bulk price lists.
    static String index() {
        return """
                {"formatVersion": "v1.0", "regions": {"us-east-1": {"regionCode": "us-east-1",
                  "currentVersionUrl": "/offers/v1.0/aws/AmazonEC2/20261030/us-east-1/index.json"}}}""";
    }
}
