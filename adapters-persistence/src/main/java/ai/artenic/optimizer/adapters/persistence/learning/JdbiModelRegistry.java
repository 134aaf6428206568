package ai.artenic.optimizer.adapters.persistence.learning;

import ai.artenic.optimizer.adapters.persistence.database.Database;
import ai.artenic.optimizer.adapters.persistence.json.Json;
import ai.artenic.optimizer.application.port.ModelRegistry;
import ai.artenic.optimizer.domain.learning.ModelCard;
import ai.artenic.optimizer.domain.learning.ModelVersion;
import ai.artenic.optimizer.domain.learning.SavedModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Models in the table `optimizer_models`.
public final class JdbiModelRegistry implements ModelRegistry {
    private static final String INSERT = """
            insert into optimizer_models (version, feature_schema, card, model, checksum, library)
            values (:version, :feature_schema, cast(:card as jsonb), :model, :checksum, :library)
            on conflict (version) do nothing
            """;

    /// What somebody put in place of a model or its card is not read where it is larger than any of them: a text that
    /// fills the memory would end the process. Models are of some 100 kB.
    private static final int MODEL_BYTES_MOST = 16_000_000;

    private static final int CARD_BYTES_MOST = 1_000_000;

    private static final String SELECT = """
            select version, feature_schema, checksum, library,
                case when octet_length(card::text) <= :card_most then card::text end as card,
                case when octet_length(model) <= :model_most then model end as model
            from optimizer_models where version = :version
            """;

    private static final String CARDS = """
            select number, version, case when octet_length(card::text) <= :card_most then card::text end as card
            from optimizer_models where number < :before order by number desc limit :most
            """;

    private final Database database;

    public JdbiModelRegistry(Database database) {
        this.database = database;
    }

    @Override
    public void keep(ModelVersion model) {
        SavedModel saved = model.model();
        int inserted = database.ask(handle -> handle.createUpdate(INSERT)
                .bind("version", model.card().version())
                .bind("feature_schema", saved.schema().id())
                .bind("card", Json.write(ModelCardRow.of(model.card())))
                .bind("model", saved.text())
                .bind("checksum", saved.checksum())
                .bind("library", saved.library())
                .execute());
        if (inserted == 0 && !find(model.card().version()).equals(new Found.Model(model))) {
            throw new IllegalArgumentException(
                    "There is another model of version " + model.card().version());
        }
    }

    @Override
    public Found find(String version) {
        return database.ask(handle -> handle.createQuery(SELECT)
                        .bind("card_most", CARD_BYTES_MOST)
                        .bind("model_most", MODEL_BYTES_MOST)
                        .bind("version", version)
                        .map((row, _) -> new ModelRow(
                                row.getString("version"),
                                row.getString("feature_schema"),
                                row.getString("card"),
                                row.getString("model"),
                                row.getString("checksum"),
                                row.getString("library")))
                        .findOne())
                .<Found>map(ModelRow::read)
                .orElseGet(Found.Absent::new);
    }

    @Override
    public List<ModelCard> newest(int most) {
        return cards(Long.MAX_VALUE, most);
    }

    @Override
    public List<ModelCard> before(String version, int most) {
        return database.ask(handle -> handle.createQuery("select number from optimizer_models where version = :version")
                        .bind("version", version)
                        .mapTo(Long.class)
                        .findOne())
                .map(number -> cards(number, most))
                .orElseGet(List::of);
    }

    /// Reads on past cards that cannot be read until it has as many as wanted.
    private List<ModelCard> cards(long next, int most) {
        var cards = new ArrayList<ModelCard>();
        long before = next;
        while (cards.size() < most) {
            List<NumberedCard> rows = rows(before, most - cards.size());
            if (rows.isEmpty()) {
                break;
            }
            rows.forEach(row -> ModelRow.card(row.version(), row.card()).ifPresent(cards::add));
            before = rows.getLast().number();
        }
        return List.copyOf(cards);
    }

    private record NumberedCard(
            long number, String version, @Nullable String card) {}

    private List<NumberedCard> rows(long before, int most) {
        return database.ask(handle -> handle.createQuery(CARDS)
                .bind("card_most", CARD_BYTES_MOST)
                .bind("before", before)
                .bind("most", most)
                .map((row, _) ->
                        new NumberedCard(row.getLong("number"), row.getString("version"), row.getString("card")))
                .list());
    }
}
