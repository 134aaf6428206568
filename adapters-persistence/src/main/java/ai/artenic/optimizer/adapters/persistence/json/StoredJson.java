package ai.artenic.optimizer.adapters.persistence.json;

import ai.artenic.optimizer.domain.intake.Intake;
import ai.artenic.optimizer.domain.intake.RawObject;
import ai.artenic.optimizer.domain.ranking.InstanceRecommendation;
import ai.artenic.optimizer.domain.ranking.RecommendRequest;
import ai.artenic.optimizer.domain.ranking.Rejection;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadFields;
import ai.artenic.optimizer.domain.workload.WorkloadReader;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The JSON that is kept in columns. Its form is independent of the HTTP contract and changes only with a migration.
public final class StoredJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Rejection>> REJECTIONS = new TypeReference<>() {};
    private static final TypeReference<List<StoredItem>> ITEMS = new TypeReference<>() {};

    private StoredJson() {}

    public static String workload(Workload workload) {
        return MAPPER.writeValueAsString(WorkloadFields.of(workload));
    }

    public static Workload readWorkload(String json) {
        RawObject fields = RawObject.root(MAPPER.readValue(json, FIELDS));
        Workload workload = WorkloadReader.read(fields);
        return switch (fields.conclude(() -> workload)) {
            case Intake.Accepted<Workload>(Workload accepted) -> accepted;
            case Intake.Refused<Workload>(var violations) ->
                throw new IllegalStateException("a stored workload is not readable: " + violations);
        };
    }

    public static String request(RecommendRequest request) {
        return MAPPER.writeValueAsString(StoredRequest.of(request));
    }

    public static StoredRequest readRequest(String json) {
        return MAPPER.readValue(json, StoredRequest.class);
    }

    public static String texts(List<String> texts) {
        return MAPPER.writeValueAsString(texts);
    }

    public static List<String> readTexts(String json) {
        return MAPPER.readValue(json, TEXTS);
    }

    public static String rejections(List<Rejection> rejections) {
        return MAPPER.writeValueAsString(rejections);
    }

    public static List<Rejection> readRejections(String json) {
        return MAPPER.readValue(json, REJECTIONS);
    }

    public static String items(List<InstanceRecommendation> items) {
        return MAPPER.writeValueAsString(items.stream().map(StoredItem::of).toList());
    }

    public static List<InstanceRecommendation> readItems(String json) {
        return MAPPER.readValue(json, ITEMS).stream().map(StoredItem::toDomain).toList();
    }
}
