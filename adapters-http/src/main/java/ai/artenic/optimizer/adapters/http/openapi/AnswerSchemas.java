package ai.artenic.optimizer.adapters.http.openapi;

import ai.artenic.optimizer.adapters.http.json.FeaturesJson;
import ai.artenic.optimizer.adapters.http.json.Json;
import ai.artenic.optimizer.adapters.http.json.WorkloadJson;
import ai.artenic.optimizer.domain.intake.Terms;
import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Schemas of what is answered, generated from the records that are written.
final class AnswerSchemas {
    private final SchemaBuilder builder = new SchemaGenerator(config().build()).buildMultipleSchemaDefinitions();

    /// A reference to the schema of the type.
    ObjectNode reference(Class<?> type) {
        return builder.createSchemaReference(type);
    }

    /// The schemas of all types referred to so far, by name.
    ObjectNode collect() {
        return builder.collectDefinitions("components/schemas");
    }

    private static SchemaGeneratorConfigBuilder config() {
        var config = new SchemaGeneratorConfigBuilder(
                        Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.PLAIN_DEFINITION_KEYS,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.INLINE_NULLABLE_SCHEMAS)
                .with(new JacksonSchemaModule());
        config.forFields()
                .withPropertyNameOverrideResolver(AnswerSchemas::name)
                .withNullableCheck(AnswerSchemas::isNullable)
                .withRequiredCheck(field -> field.getAnnotation(JsonInclude.class) == null);
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0) // the order they are written in
                .withDefinitionNamingStrategy((key, context) -> name(key.getType()))
                .withCustomDefinitionProvider((type, context) -> custom(type));
        return config;
    }

    private static boolean isNullable(FieldScope field) {
        return field.getAnnotation(JsonInclude.class) == null
                && field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /// As it is written: the name that is stated, else the field's own.
    private static String name(FieldScope field) {
        JsonProperty stated = field.getAnnotation(JsonProperty.class);
        return stated == null ? Json.fieldName(field.getDeclaredName()) : stated.value();
    }

    /// `HistoryJson.Item` is called `HistoryItem`.
    private static String name(ResolvedType type) {
        Class<?> raw = type.getErasedType();
        String outer = raw.getEnclosingClass() == null
                ? ""
                : raw.getEnclosingClass().getSimpleName().replace("Json", "");
        String name = raw.getSimpleName().replace("Json", "");
        return name.equals("Item") ? outer + name : name;
    }

    private static @Nullable CustomDefinition custom(ResolvedType type) {
        Class<?> raw = type.getErasedType();
        if (raw == WorkloadJson.class) {
            return inline(
                    FieldSchemas.NODES.objectNode().put("$ref", OpenApiDocument.SCHEMAS + RequestSchemas.WORKLOAD));
        }
        if (raw == FeaturesJson.class) {
            ObjectNode features = FieldSchemas.NODES.objectNode().put("type", "object");
            features.putObject("additionalProperties")
                    .putArray("type")
                    .add("number")
                    .add("null");
            return inline(features);
        }
        if (raw.isEnum()) {
            ObjectNode terms = FieldSchemas.NODES.objectNode().put("type", "string");
            ArrayNode names = terms.putArray("enum");
            Arrays.stream(raw.getEnumConstants())
                    .map(term -> Terms.wire((Enum<?>) term))
                    .forEach(names::add);
            return inline(terms);
        }
        return null;
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(schema, DefinitionType.INLINE, AttributeInclusion.YES);
    }
}
