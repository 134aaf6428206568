package ai.artenic.optimizer.bootstrap.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Every configuration key, with its form, default and meaning.
public enum ConfigKey {
    SERVER_HOST(
            "server.host", "address", "127.0.0.1", "Address to listen on; only loopback while there are no API keys"),
    SERVER_PORT("server.port", "0 to 65535", "8080", "Port to listen on; 0 takes any free one"),
    SERVER_BODY_MAX("server.body-max", "size", "1MB", "Longest request body"),
    STORE_KIND("store.kind", "embedded, server or memory", "embedded", "Where recommendations are kept"),
    STORE_DATA_DIRECTORY("store.data-directory", "path", "", "Data of the embedded PostgreSQL"),
    STORE_BINARIES_DIRECTORY("store.binaries-directory", "path", "", "Where PostgreSQL's programs are unpacked once"),
    STORE_DATABASE_URL(
            "store.database-url", "URL", "", "PostgreSQL of your own: postgresql://user:password@host/database"),
    STORE_CONNECTIONS_MAX("store.connections-max", "1 to 1000", "10", "Most database connections at once"),
    STORE_CHECKOUT_MAX("store.checkout-max", "duration", "PT3S", "Longest wait for a database connection"),
    STORE_STATEMENT_MAX("store.statement-max", "duration", "PT10S", "Longest run of a statement"),
    PRICING_SNAPSHOT_FILE("pricing.snapshot-file", "path", "", "Packed snapshot to use in place of the bundled one"),
    PRICING_OFFERS_FILE("pricing.offers-file", "path", "", "Your own price table (CSV), which overrides the snapshot"),
    PRICING_LIVE("pricing.live", "sources or all", "", "Whose prices are read over the network, such as aws,scaleway"),
    PRICING_OFFERS_ONLY("pricing.offers-only", "true or false", "false", "Use only your own price table"),
    WEIGHT_COST_EFFICIENCY("ranking.weights.cost-efficiency", "0 to 1", "0.40", "Share of cost in the score"),
    WEIGHT_GPU_MATCH("ranking.weights.gpu-match", "0 to 1", "0.30", "Share of the GPU match in the score"),
    WEIGHT_MEMORY_HEADROOM(
            "ranking.weights.memory-headroom", "0 to 1", "0.20", "Share of memory headroom in the score"),
    WEIGHT_RELIABILITY("ranking.weights.reliability", "0 to 1", "0.10", "Share of provider reliability in the score"),
    RANKING_MODE("ranking.mode", "auto, heuristic, ltr or hybrid", "auto", "What a request of mode auto is ranked by"),
    RANKING_EXPLORATION(
            "ranking.exploration.probability",
            "0 to 0.5",
            "0",
            "How often a kept answer shows another candidate within 15 % of the least cost first, to learn from it"),
    LTR_MIN_SAMPLES("ltr.min-samples", "2 to 1000000", "50", "Fewest samples a ranking model is trained on"),
    LTR_RETRAIN_AFTER("ltr.retrain-after", "1 to 1000000", "50", "New samples after which it is trained again"),
    LTR_PROMOTION("ltr.promotion", "gate or always", "gate", "When a trained model takes over"),
    LTR_GATE_GROUPS("ltr.gate-groups", "1 to 1000000", "50", "Fewest held-out groups on which the gate decides"),
    LTR_LABEL_POLICY("ltr.label-policy", "regret or outcome", "regret", "What a model is taught to call good"),
    LTR_SCHEMA("ltr.schema", "v1 or v2", "v2", "Features a model is trained on");

    private final String key;
    private final String form;
    private final String standard;
    private final String meaning;

    ConfigKey(String key, String form, String standard, String meaning) {
        this.key = key;
        this.form = form;
        this.standard = standard;
        this.meaning = meaning;
    }

    /// The key in a file, such as `store.data-directory`.
    public String key() {
        return key;
    }

    /// What a value looks like.
    public String form() {
        return form;
    }

    /// The default as it would be written; empty where it depends on the machine or there is none.
    public String standard() {
        return standard;
    }

    public String meaning() {
        return meaning;
    }

    /// The key in the environment: `ARTENIC_STORE__DATA_DIRECTORY`.
    public String variable() {
        return "ARTENIC_" + key.toUpperCase(Locale.ROOT).replace(".", "__").replace('-', '_');
    }

    static Optional<ConfigKey> named(String key) {
        return Arrays.stream(values()).filter(known -> known.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(ConfigKey::key).toList();
    }
}
