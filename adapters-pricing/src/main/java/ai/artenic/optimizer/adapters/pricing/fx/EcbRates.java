package ai.artenic.optimizer.adapters.pricing.fx;

import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import ai.artenic.optimizer.application.port.FxSource;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The euro foreign exchange reference rates of the European Central Bank, set on each of its working days at about
/// 16:00 CET, in units per EUR.
public final class EcbRates implements FxSource {
    /// As in the settings `pricing.ecb.…`.
    public static final String KEY = "ecb";
    public static final Set<String> HOSTS = Set.of("www.ecb.europa.eu");

    private static final URI DAILY = URI.create("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml");
    private static final long MOST_BYTES = 1 << 20;

    private final Web web;

    public EcbRates(Web web) {
        this.web = web;
    }

    @Override
    public Reading read() {
        try {
            return new Reading.Read(web.read(WebRequest.get(DAILY).upTo(MOST_BYTES), EcbRates::parse));
        } catch (UnreadableSourceException e) {
            return new Reading.Failed(String.valueOf(e.getMessage()));
        }
    }

    /// Cubes in a cube: one with the date, and in it one per currency.
    private static List<FxRate> parse(InputStream body) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(body);
            var rates = new ArrayList<FxRate>();
            Optional<LocalDate> date = Optional.empty();
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT
                        || !xml.getLocalName().equals("Cube")) {
                    continue;
                }
                date = attribute(xml, "time").map(LocalDate::parse).or(current(date));
                rate(xml, date).ifPresent(rates::add);
            }
            if (rates.isEmpty()) {
                throw new IOException("no rates in the answer");
            }
            return List.copyOf(rates);
        } catch (XMLStreamException | DateTimeException | IllegalArgumentException e) {
            throw new IOException("not the expected XML: " + e.getMessage(), e);
        }
    }

    private static Supplier<Optional<LocalDate>> current(Optional<LocalDate> date) {
        return () -> date;
    }

    private static Optional<FxRate> rate(XMLStreamReader xml, Optional<LocalDate> date) throws IOException {
        Optional<String> currency = attribute(xml, "currency");
        if (currency.isEmpty()) {
            return Optional.empty();
        }
        if (date.isEmpty()) {
            throw new IOException("rates without a date");
        }
        BigDecimal perEur = new BigDecimal(attribute(xml, "rate").orElse(""));
        return Optional.of(new FxRate(currency.get(), perEur, date.get()));
    }

    private static Optional<String> attribute(XMLStreamReader xml, String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return Optional.ofNullable(value);
    }
}
