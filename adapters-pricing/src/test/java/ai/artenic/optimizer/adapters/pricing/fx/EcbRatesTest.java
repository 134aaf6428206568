package ai.artenic.optimizer.adapters.pricing.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.adapters.pricing.PriceSources;
import ai.artenic.optimizer.adapters.pricing.ProviderServer;
import ai.artenic.optimizer.application.contract.FxSourceContract;
import ai.artenic.optimizer.application.port.FxSource;
import ai.artenic.optimizer.application.port.FxSource.Reading;
import ai.artenic.optimizer.domain.pricing.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcbRatesTest implements FxSourceContract {
    private static final String ADDRESS = "www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml";
    private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 30);

    private final ProviderServer server = new ProviderServer().at(ADDRESS, """
            <?xml version="1.0" encoding="UTF-8"?>
            <env:Envelope xmlns:env="urn:envelope" xmlns="urn:rates">
              <env:subject>Rates</env:subject>
              <Cube><Cube time='2026-10-30'>
                <Cube currency='USD' rate='1.1601'/><Cube currency='JPY' rate='170.50'/>
              </Cube></Cube>
            </env:Envelope>""");

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public FxSource readableSource() {
        return new PriceSources().exchangeRates(Map.of("mirror", server.address()), () -> ProviderServer.NOW);
    }

    @Override
    public FxSource brokenSource() {
        server.at(ADDRESS, request -> new ProviderServer.Reply(404, Map.of(), ""));
        return readableSource();
    }

    private static FxRate dollar(String perEur, LocalDate date) {
        return new FxRate("USD", new BigDecimal(perEur), date);
    }

    @Test
    void rates_are_units_per_euro_of_the_date_they_stand_under() {
        assertEquals(
                new Reading.Read(
                        List.of(dollar("1.1601", FRIDAY), new FxRate("JPY", new BigDecimal("170.50"), FRIDAY))),
                readableSource().read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Cube><Cube time='2026-10-30'></Cube></Cube>",
                "<Cube><Cube currency='USD' rate='1.1'/></Cube>",
                "<Cube><Cube time='2026-10-30'><Cube currency='USD' rate='-1'/></Cube></Cube>",
                "<Cube><Cube time='2026-10-30'><Cube currency='USD'/></Cube></Cube>",
                "<Cube><Cube time='yesterday'><Cube currency='USD' rate='1.1'/></Cube></Cube>",
                "<Cube><Cube time='2026-10-30'><Cube currency='USD' rate='1.1'/>",
                "<!DOCTYPE x [<!ENTITY a 'b'>]><Cube time='&a;'/>",
                ""
            })
    void what_is_not_a_list_of_rates_is_no_rate_of_one(String body) {
        server.at(ADDRESS, body);
        assertInstanceOf(Reading.Failed.class, readableSource().read());
    }

    @Test
    void only_rates_newer_than_those_in_use_are_taken() {
        FxTable table = FxTable.bundled();
        LocalDate bundled = table.rate("USD").orElseThrow().date();
        assertFalse(table.take(List.of(dollar("9", bundled))));
        assertTrue(table.take(List.of(dollar("1.1601", bundled.plusDays(1)))));
        assertFalse(table.take(List.of(dollar("1.1601", bundled.plusDays(1)))));
        assertEquals(Optional.of(dollar("1.1601", bundled.plusDays(1))), table.rate("USD"));
        assertEquals(BigDecimal.ONE, table.rate("EUR").orElseThrow().perEur());
        assertEquals(bundled.plusDays(1), table.rate("EUR").orElseThrow().date());
    }

    @Test
    void a_currency_without_a_rate_has_none() {
        assertEquals(Optional.empty(), FxTable.bundled().rate("XXX"));
    }
}
