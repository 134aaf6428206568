package ai.artenic.optimizer.adapters.pricing.vastai;

/// How a machine is rented, with the search that finds it.
enum Rental {
    /// Until the tenant ends it.
    ON_DEMAND("on-demand", "dph_base"),
    /// Until somebody bids more. Only this search says for how little that is possible now: the bids that are shown
    /// beside on-demand prices need not be enough.
    INTERRUPTIBLE("bid", "min_bid");

    private final String search;
    private final String price;

    Rental(String search, String price) {
        this.search = search;
        this.price = price;
    }

    /// The name of the search.
    String search() {
        return search;
    }

    /// The field with the price of the machine without its disk, in USD per hour.
    String price() {
        return price;
    }
}
