package ai.artenic.optimizer.adapters.pricing.aws;

import ai.artenic.optimizer.adapters.pricing.spi.Json;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the bulk price list of a region, hundreds of megabytes of JSON, token by token: first its products, of
/// which only those of interest are kept, then their on-demand prices. The reserved terms that follow, most of the
/// list, are left unread.
final class BulkJson {
    private final JsonParser parser;
    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, String> prices = new HashMap<>();

    private BulkJson(JsonParser parser) {
        this.parser = parser;
    }

    /// The machines of a region.
    ///
    /// @throws tools.jackson.core.JacksonException if the body is no such list
    static List<Listed> read(InputStream body) {
        try (JsonParser parser = Json.tokens(body)) {
            return new BulkJson(parser).read();
        }
    }

    private List<Listed> read() {
        parser.nextToken();
        boolean productsRead = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("products")) {
                eachProperty(this::readProduct);
                productsRead = true;
            } else if (name.equals("terms") && productsRead) {
                readTerms();
                return products.entrySet().stream()
                        .map(product -> product.getValue().at(Optional.ofNullable(prices.get(product.getKey()))))
                        .toList();
            } else {
                parser.skipChildren();
            }
        }
        throw Json.unexpected("no products followed by terms");
    }

    private void readProduct(String sku) {
        var product = new Product();
        eachProperty(name -> {
            if (name.equals("attributes")) {
                eachProperty(attribute -> readAttribute(product, attribute));
            } else {
                readAttribute(product, name);
            }
        });
        if (product.isSharedLinux()) {
            products.put(sku, product);
        }
    }

    private void readAttribute(Product product, String name) {
        if (parser.currentToken() == JsonToken.VALUE_STRING && product.wants(name)) {
            product.take(name, parser.getString());
        } else {
            parser.skipChildren();
        }
    }

    private void readTerms() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean onDemand = parser.currentName().equals("OnDemand");
            parser.nextToken();
            if (onDemand) {
                eachProperty(this::readPrice);
                return;
            }
            parser.skipChildren();
        }
        throw Json.unexpected("no terms 'OnDemand'");
    }

    private void readPrice(String sku) {
        if (products.containsKey(sku)) {
            OnDemandTerms.hourly(parser.readValueAsTree()).ifPresent(price -> prices.put(sku, price));
        } else {
            parser.skipChildren();
        }
    }

    /// Stops at the value of each property of the object at hand, and after the last.
    private void eachProperty(Property property) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw Json.unexpected("a list or value where an object belongs");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            property.read(name);
        }
    }

    @FunctionalInterface
    private interface Property {
        /// Reads the value to its end.
        void read(String name);
    }
}
