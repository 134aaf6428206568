package ai.artenic.optimizer.adapters.pricing.aws;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// A spot price as the EC2 API tells it, in XML.
///
/// @param product operating system, such as `Linux/UNIX`
record SpotPoint(String instanceType, String product, String zone, Instant since, BigDecimal price) {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String POINTS = "spotPriceHistorySet";

    /// @param unreadable instance types whose price could not be understood
    /// @param next the token of the page after it, if there is one
    record Page(List<SpotPoint> points, List<String> unreadable, Optional<String> next) {}

    /// The one whose price holds.
    SpotPoint newer(SpotPoint other) {
        return since.isBefore(other.since) ? other : this;
    }

    /// A page of the history.
    ///
    /// @throws IOException if the body is none
    static Page page(InputStream body) throws IOException {
        Document page = document(body);
        if (page.getElementsByTagName(POINTS).getLength() == 0) {
            throw new IOException("its XML has no " + POINTS);
        }
        List<SpotPoint> points = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        NodeList items = page.getElementsByTagName("item");
        for (int i = 0; i < items.getLength(); i++) {
            if (items.item(i) instanceof Element item) {
                point(item).ifPresentOrElse(points::add, () -> unreadable.add(text(item, "instanceType")));
            }
        }
        String next = text(page.getDocumentElement(), "nextToken");
        return new Page(
                List.copyOf(points), List.copyOf(unreadable), Optional.of(next).filter(token -> !token.isEmpty()));
    }

    private static Document document(InputStream body) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(body);
        } catch (SAXException e) {
            throw new IOException("its XML cannot be read: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<SpotPoint> point(Element item) {
        try {
            var price = new BigDecimal(text(item, "spotPrice"));
            return Optional.of(new SpotPoint(
                            text(item, "instanceType"),
                            text(item, "productDescription"),
                            text(item, "availabilityZone"),
                            Instant.parse(text(item, "timestamp")),
                            price))
                    .filter(point -> price.signum() > 0);
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String text(Element parent, String name) {
        Node first = parent.getElementsByTagName(name).item(0);
        return first == null ? "" : first.getTextContent().strip();
    }
}
