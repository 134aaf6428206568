package ai.artenic.optimizer.adapters.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFormatTest {
    @ParameterizedTest
    @CsvSource({
        "rides.csv, CSV",
        "RIDES.CSV, CSV",
        "rides.csv.gz, CSV",
        "rides.tsv.zst, CSV",
        "part-0001.snappy.parquet, PARQUET",
        "part-0001.parquet, PARQUET",
        "events.jsonl, JSONL",
        "events.ndjson.bz2, JSONL",
        "labels.json, JSON",
        "table.orc, ORC",
        "table.avro, AVRO",
        "cat.jpeg, IMAGE",
        "notes.txt, TEXT",
        "weights.safetensors, BINARY",
        "images.tar.gz, BINARY",
        "unknown.gz, BINARY",
        "rides.xyz.gz, BINARY",
        ".gz, OTHER",
        "_SUCCESS, OTHER",
        ".gitignore, OTHER",
        "trailing., OTHER",
        "rides.xyz, OTHER"
    })
    void a_name_tells_the_format(String name, FileFormat format) {
        assertEquals(format, FileFormat.ofName(name));
    }
}
