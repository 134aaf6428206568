package ai.artenic.optimizer.adapters.pricing.azure;

import ai.artenic.optimizer.adapters.pricing.spi.PageLoop;
import ai.artenic.optimizer.adapters.pricing.spi.UnreadableSourceException;
import ai.artenic.optimizer.adapters.pricing.spi.Web;
import ai.artenic.optimizer.adapters.pricing.spi.WebRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The public list of retail prices, page by page. One walk per region, as pages shift when prices change.
///
/// @param currency dollars are authoritative; prices in others are for reference
record RetailList(Web web, String currency) {
    static final String HOST = "prices.azure.com";
    private static final int MOST_PAGES = 500;

    /// All pages of a region.
    ///
    /// @throws UnreadableSourceException if one of them cannot be read
    List<RetailPage> read(String region) throws UnreadableSourceException {
        var loop = new PageLoop("pages of the list", MOST_PAGES);
        List<RetailPage> pages = new ArrayList<>();
        Optional<URI> next = Optional.of(first(region));
        int items = 0;
        while (next.isPresent()) {
            loop.enter(next.get().toString());
            RetailPage page = web.read(WebRequest.get(next.get()), body -> RetailPage.read(body, region));
            pages.add(page);
            items += page.items();
            next = next(page, region, items);
        }
        return pages;
    }

    /// The address of the next page is given; while it was missing by mistake (March 2023), what helped was to skip.
    private Optional<URI> next(RetailPage page, String region, int items) throws UnreadableSourceException {
        if (page.next().isPresent()) {
            try {
                return page.next().map(URI::create);
            } catch (IllegalArgumentException e) {
                throw new UnreadableSourceException("the list names a next page that is no address", e);
            }
        }
        return page.isFull() ? Optional.of(URI.create(first(region) + "&$skip=" + items)) : Optional.empty();
    }

    private URI first(String region) throws UnreadableSourceException {
        String filter = "serviceName eq 'Virtual Machines' and priceType eq 'Consumption' and armRegionName eq '"
                + region + "' and contains(productName,'Windows') eq false"
                + " and contains(productName,'Dedicated') eq false and contains(meterName,'Low Priority') eq false";
        try {
            return new URI(
                    "https",
                    HOST,
                    "/api/retail/prices",
                    "api-version=2023-01-01-preview&currencyCode=" + currency + "&$filter=" + filter,
                    null);
        } catch (URISyntaxException e) {
            throw new UnreadableSourceException("is no region", e);
        }
    }
}
