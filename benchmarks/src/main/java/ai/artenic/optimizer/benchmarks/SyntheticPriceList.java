package ai.artenic.optimizer.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes a bulk price list of a region in the shape of AWS's, with invented values: products, then on-demand
/// terms, then reserved terms. One product in 64 is a Linux machine on shared hardware.
final class SyntheticPriceList {
    private static final int OF_INTEREST = 64;
    private static final int RESERVED_TERMS = 10;
    private static final String[] SYSTEMS = {"Windows", "RHEL", "SUSE", "Linux"};
    private static final String[] TENANCIES = {"Dedicated", "Shared", "Host"};
    private static final String[] STATES = {"UnusedCapacityReservation", "AllocatedCapacityReservation", "Used"};
    private static final String[] SOFTWARE = {"SQL Std", "SQL Ent", "SQL Web"};

    private final SplittableRandom random = new SplittableRandom(5);
    private final List<String> skus = new ArrayList<>();

    private SyntheticPriceList() {}

    /// @param reservedFirst whether reserved terms come before those on demand, so that a reader must pass them
    /// @return how many of the products are of interest
    static int write(Path file, int products, boolean reservedFirst) throws IOException {
        var list = new SyntheticPriceList();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\n  \"formatVersion\" : \"v1.0\",\n  \"offerCode\" : \"AmazonEC2\",\n  \"products\" : {");
            for (int i = 0; i < products; i++) {
                out.write((i == 0 ? "\n" : ",\n") + list.product(i));
            }
            out.write("\n  },\n  \"terms\" : {");
            list.writeTerms(out, reservedFirst ? RESERVED_TERMS : 1);
            out.write(",");
            list.writeTerms(out, reservedFirst ? 1 : RESERVED_TERMS);
            out.write("\n  },\n  \"attributesList\" : { }\n}\n");
        }
        return Math.ceilDiv(products, OF_INTEREST);
    }

    private void writeTerms(BufferedWriter out, int terms) throws IOException {
        out.write(terms == 1 ? "\n    \"OnDemand\" : {" : "\n    \"Reserved\" : {");
        String separator = "\n";
        for (String sku : skus) {
            out.write(separator + "      \"" + sku + "\" : {");
            for (int term = 0; term < terms; term++) {
                out.write((term == 0 ? "\n" : ",\n") + term(sku, terms == 1 ? "JRTCKXETXF" : name(10)));
            }
            out.write("\n      }");
            separator = ",\n";
        }
        out.write("\n    }");
    }

    private String product(int number) {
        boolean plain = number % OF_INTEREST == 0;
        String sku = name(16);
        skus.add(sku);
        return PRODUCT.formatted(
                sku,
                "m" + number + ".4xlarge",
                plain ? "Shared" : one(TENANCIES),
                plain ? "Linux" : one(SYSTEMS),
                plain ? "Used" : one(STATES),
                plain ? "NA" : one(SOFTWARE),
                name(40));
    }

    private String term(String sku, String code) {
        return TERM.formatted(sku, code, random.nextInt(1, 1_000_000), name(60));
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private String name(int length) {
        var name = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            name.append(Character.toUpperCase(Character.forDigit(random.nextInt(36), 36)));
        }
        return name.toString();
    }

    private static final String PRODUCT = """
                "%1$s" : {
                  "sku" : "%1$s",
                  "productFamily" : "Compute Instance",
                  "attributes" : {
                    "servicecode" : "AmazonEC2",
                    "location" : "US East (N. Virginia)",
                    "locationType" : "AWS Region",
                    "instanceType" : "%2$s",
                    "currentGeneration" : "Yes",
                    "instanceFamily" : "General purpose",
                    "vcpu" : "16",
                    "physicalProcessor" : "Some Processor 8000",
                    "clockSpeed" : "3.1 GHz",
                    "memory" : "64 GiB",
                    "storage" : "EBS only",
                    "networkPerformance" : "Up to 10 Gigabit",
                    "processorArchitecture" : "64-bit",
                    "tenancy" : "%3$s",
                    "operatingSystem" : "%4$s",
                    "licenseModel" : "No License required",
                    "usagetype" : "BoxUsage:%2$s",
                    "operation" : "RunInstances",
                    "availabilityzone" : "NA",
                    "capacitystatus" : "%5$s",
                    "classicnetworkingsupport" : "false",
                    "dedicatedEbsThroughput" : "Up to 2120 Mbps",
                    "ecu" : "10",
                    "enhancedNetworkingSupported" : "Yes",
                    "gpuMemory" : "NA",
                    "intelAvxAvailable" : "Yes",
                    "intelAvx2Available" : "Yes",
                    "intelTurboAvailable" : "Yes",
                    "marketoption" : "OnDemand",
                    "normalizationSizeFactor" : "4",
                    "preInstalledSw" : "%6$s",
                    "processorFeatures" : "%7$s",
                    "regionCode" : "us-east-1",
                    "servicename" : "Amazon Elastic Compute Cloud",
                    "vpcnetworkingsupport" : "true"
                  }
                }""";

    private static final String TERM = """
                    "%1$s.%2$s" : {
                      "offerTermCode" : "%2$s",
                      "sku" : "%1$s",
                      "effectiveDate" : "2026-10-01T00:00:00Z",
                      "priceDimensions" : {
                        "%1$s.%2$s.6YS6EN2CT7" : {
                          "rateCode" : "%1$s.%2$s.6YS6EN2CT7",
                          "description" : "%4$s",
                          "beginRange" : "0",
                          "endRange" : "Inf",
                          "unit" : "Hrs",
                          "pricePerUnit" : {
                            "USD" : "0.%3$06d0000"
                          },
                          "appliesTo" : [ ]
                        }
                      },
                      "termAttributes" : { }
                    }""";
}
