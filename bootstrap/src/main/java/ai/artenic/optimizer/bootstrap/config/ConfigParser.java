package ai.artenic.optimizer.bootstrap.config;

import ai.artenic.optimizer.application.usecase.LearningSettings;
import ai.artenic.optimizer.bootstrap.config.Config.Learning;
import ai.artenic.optimizer.bootstrap.config.Config.Live;
import ai.artenic.optimizer.bootstrap.config.Config.Pricing;
import ai.artenic.optimizer.bootstrap.config.Config.Server;
import ai.artenic.optimizer.bootstrap.config.Config.Store;
import ai.artenic.optimizer.bootstrap.config.Config.Store.Kind;
import ai.artenic.optimizer.bootstrap.config.ConfigSources.Setting;
import ai.artenic.optimizer.domain.evaluation.PromotionGate;
import ai.artenic.optimizer.domain.evaluation.PromotionRule;
import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.Terms;
import ai.artenic.optimizer.domain.intake.Violation;
import ai.artenic.optimizer.domain.outcome.LabelPolicy;
import ai.artenic.optimizer.domain.ranking.ExplorationPolicy;
import ai.artenic.optimizer.domain.ranking.FeatureSchema;
import ai.artenic.optimizer.domain.ranking.Mode;
import ai.artenic.optimizer.domain.ranking.Weights;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Turns settings into the configuration and names every mistake with key, value and a hint.
final class ConfigParser {
    private static final int LEARNING_MOST = 1_000_000;
    private static final long LEARNING_SEED = 1;

    private final Map<ConfigKey, Setting> settings;
    private final LivePricing live;
    private final Map<String, String> environment;
    private final List<Violation> violations;

    ConfigParser(
            Map<ConfigKey, Setting> settings,
            LivePricing live,
            Map<String, String> environment,
            List<Violation> violations) {
        this.settings = settings;
        this.live = live;
        this.environment = environment;
        this.violations = violations;
    }

    Intake<Config> parse() {
        Server server = server();
        Store store = store();
        Pricing pricing = pricing();
        Optional<Weights> weights = weights();
        var exploration = new ExplorationPolicy(number(ConfigKey.RANKING_EXPLORATION, 0, ExplorationPolicy.MOST));
        Learning learning = learning();
        return violations.isEmpty()
                ? new Intake.Accepted<>(
                        new Config(server, store, pricing, weights.orElseThrow(), exploration, learning))
                : new Intake.Refused<>(violations);
    }

    private Server server() {
        return new Server(host(), (int) number(ConfigKey.SERVER_PORT, 0, 65_535), (int)
                Math.min(Integer.MAX_VALUE, size(ConfigKey.SERVER_BODY_MAX)));
    }

    private String host() {
        String host = text(ConfigKey.SERVER_HOST);
        try {
            if (!InetAddress.getByName(host).isLoopbackAddress()) {
                refuse(
                        ConfigKey.SERVER_HOST,
                        "would open the service to other machines, and there are no API keys: use 127.0.0.1, behind a"
                                + " proxy that authenticates");
            }
        } catch (UnknownHostException e) {
            refuse(ConfigKey.SERVER_HOST, "is not an address of this machine");
        }
        return host;
    }

    private Store store() {
        Optional<String> url = optional(ConfigKey.STORE_DATABASE_URL);
        Kind kind = url.isPresent() && !settings.containsKey(ConfigKey.STORE_KIND)
                ? Kind.SERVER
                : choice(ConfigKey.STORE_KIND, Kind.class);
        if (kind == Kind.SERVER && url.isEmpty()) {
            refuse(ConfigKey.STORE_KIND, "needs " + ConfigKey.STORE_DATABASE_URL.key() + " as well");
        }
        if (kind != Kind.SERVER && url.isPresent()) {
            refuse(ConfigKey.STORE_KIND, "contradicts " + ConfigKey.STORE_DATABASE_URL.key() + ": leave one out");
        }
        return new Store(
                kind,
                path(ConfigKey.STORE_DATA_DIRECTORY)
                        .orElseGet(() -> home("XDG_DATA_HOME", ".local/share").resolve("data")),
                path(ConfigKey.STORE_BINARIES_DIRECTORY)
                        .orElseGet(() -> home("XDG_CACHE_HOME", ".cache").resolve("postgresql-18")),
                url,
                (int) number(ConfigKey.STORE_CONNECTIONS_MAX, 1, 1000),
                duration(ConfigKey.STORE_CHECKOUT_MAX),
                duration(ConfigKey.STORE_STATEMENT_MAX));
    }

    /// The term of this name; one that was refused stands for any.
    private <E extends Enum<E>> E choice(ConfigKey key, Class<E> terms) {
        String text = text(key);
        for (E term : terms.getEnumConstants()) {
            if (Terms.wire(term).equals(text)) {
                return term;
            }
        }
        refuse(key, "must be " + key.form());
        return terms.getEnumConstants()[0];
    }

    private Pricing pricing() {
        Optional<Path> offersFile = readable(ConfigKey.PRICING_OFFERS_FILE);
        boolean offersOnly = flag(ConfigKey.PRICING_OFFERS_ONLY);
        if (offersOnly && optional(ConfigKey.PRICING_OFFERS_FILE).isEmpty()) {
            refuse(ConfigKey.PRICING_OFFERS_ONLY, "needs " + ConfigKey.PRICING_OFFERS_FILE.key() + " as well");
        }
        Live read = live.parse(Optional.ofNullable(settings.get(ConfigKey.PRICING_LIVE)));
        if (offersOnly && !read.keys().isEmpty()) {
            refuse(ConfigKey.PRICING_OFFERS_ONLY, "contradicts " + ConfigKey.PRICING_LIVE.key() + ": leave one out");
        }
        return new Pricing(readable(ConfigKey.PRICING_SNAPSHOT_FILE), offersFile, offersOnly, read);
    }

    private Optional<Weights> weights() {
        double cost = number(ConfigKey.WEIGHT_COST_EFFICIENCY, 0, 1);
        double gpu = number(ConfigKey.WEIGHT_GPU_MATCH, 0, 1);
        double memory = number(ConfigKey.WEIGHT_MEMORY_HEADROOM, 0, 1);
        double reliability = number(ConfigKey.WEIGHT_RELIABILITY, 0, 1);
        double sum = cost + gpu + memory + reliability;
        if (Math.abs(sum - 1) > 1e-9) {
            violations.add(new Violation("ranking.weights", "must add up to 1, add up to " + sum));
            return Optional.empty();
        }
        return Optional.of(new Weights(cost, gpu, memory, reliability));
    }

    private Learning learning() {
        int groups = (int) number(ConfigKey.LTR_GATE_GROUPS, 1, LEARNING_MOST);
        PromotionRule promotion = switch (choice(ConfigKey.LTR_PROMOTION, Learning.Promotion.class)) {
            case GATE -> new PromotionGate(groups);
            case ALWAYS -> new PromotionRule.Always();
        };
        return new Learning(
                choice(ConfigKey.RANKING_MODE, Mode.class),
                new LearningSettings(
                        (int) number(ConfigKey.LTR_MIN_SAMPLES, 2, LEARNING_MOST),
                        (int) number(ConfigKey.LTR_RETRAIN_AFTER, 1, LEARNING_MOST),
                        promotion,
                        choice(ConfigKey.LTR_LABEL_POLICY, LabelPolicy.class),
                        choice(ConfigKey.LTR_SCHEMA, FeatureSchema.class),
                        LEARNING_SEED));
    }

    private double number(ConfigKey key, double least, double most) {
        try {
            double number = Double.parseDouble(text(key));
            boolean whole = most <= 1 || number == Math.rint(number);
            if (number >= least && number <= most && whole) {
                return number;
            }
        } catch (NumberFormatException e) {
            // named below, with the bounds
        }
        refuse(key, "must be " + key.form());
        return least;
    }

    private long size(ConfigKey key) {
        OptionalLong bytes = ByteSize.parse(text(key));
        if (bytes.isEmpty()) {
            refuse(key, "must be a size with its unit, such as 64MB");
        }
        return bytes.orElse(1);
    }

    private Duration duration(ConfigKey key) {
        try {
            Duration duration = Duration.parse(text(key));
            if (duration.compareTo(Duration.ofMillis(250)) >= 0) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            // named below, with an example
        }
        refuse(key, "must be a duration of at least PT0.25S, such as PT3S or PT1M");
        return Duration.ofSeconds(1);
    }

    private boolean flag(ConfigKey key) {
        String text = text(key);
        if (!text.equals("true") && !text.equals("false")) {
            refuse(key, "must be true or false");
        }
        return text.equals("true");
    }

    private Optional<Path> readable(ConfigKey key) {
        Optional<Path> path = path(key);
        path.filter(file -> !Files.isReadable(file) || Files.isDirectory(file))
                .ifPresent(file -> refuse(key, "is not a file that can be read"));
        return path;
    }

    private Optional<Path> path(ConfigKey key) {
        try {
            return optional(key).map(Path::of).map(Path::toAbsolutePath);
        } catch (InvalidPathException e) {
            refuse(key, "is not a path: " + e.getReason());
            return Optional.empty();
        }
    }

    /// The user's directory for this program's files of one kind, after the XDG base directory specification.
    private Path home(String variable, String otherwise) {
        String set = environment.getOrDefault(variable, "");
        Path base = set.isBlank() ? Path.of(System.getProperty("user.home")).resolve(otherwise) : Path.of(set);
        return base.resolve("artenic-optimizer").toAbsolutePath();
    }

    private Optional<String> optional(ConfigKey key) {
        String text = text(key);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private String text(ConfigKey key) {
        Setting setting = settings.get(key);
        return setting == null ? key.standard() : setting.value().strip();
    }

    private void refuse(ConfigKey key, String message) {
        Setting setting = settings.get(key);
        boolean secret = key == ConfigKey.STORE_DATABASE_URL;
        String was =
                setting == null ? "" : ", was '" + (secret ? "…" : setting.value()) + "' (" + setting.place() + ")";
        violations.add(new Violation(key.key(), message + was));
    }
}
