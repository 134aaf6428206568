package ai.artenic.optimizer.adapters.pricing.runpod;

/// Whose data centres: RunPod's partners', or anybody's. Both rent the same GPUs at prices of their own, so the tier
/// is part of an instance type's name.
enum Tier {
    SECURE("secureCloud", "securePrice"),
    COMMUNITY("communityCloud", "communityPrice");

    private final String has;
    private final String price;

    Tier(String has, String price) {
        this.has = has;
        this.price = price;
    }

    /// The field that says whether a GPU type is rented in this tier.
    String has() {
        return has;
    }

    /// The field with the tier's price of one GPU.
    String price() {
        return price;
    }
}
