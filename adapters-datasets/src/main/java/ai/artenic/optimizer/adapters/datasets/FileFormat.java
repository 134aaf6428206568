package ai.artenic.optimizer.adapters.datasets;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a file of a dataset holds, told by the extension of its name alone.
public enum FileFormat {
    CSV("csv tsv"),
    JSON("json geojson"),
    JSONL("jsonl ndjson"),
    PARQUET("parquet pq"),
    ORC("orc"),
    AVRO("avro"),
    IMAGE("jpg jpeg png gif bmp tif tiff webp heic"),
    TEXT("txt md xml html htm yaml yml log"),
    /// Packed arrays, model weights, record files and archives.
    BINARY("bin npy npz arrow feather h5 hdf5 tfrecord pt pth ckpt safetensors onnx gguf pkl zip tar tgz 7z"),
    /// Everything else, and names without an extension.
    OTHER("");

    /// Compression says nothing about what is inside: `rides.csv.gz` holds CSV.
    private static final Set<String> COMPRESSIONS = Set.of("gz", "bz2", "xz", "zst", "lz4", "snappy", "br");

    private static final Map<String, FileFormat> BY_EXTENSION = byExtension();
    private final String extensions;

    FileFormat(String extensions) {
        this.extensions = extensions;
    }

    /// The format of a file of this name; letter case does not matter.
    public static FileFormat ofName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String extension = extension(name);
        if (!COMPRESSIONS.contains(extension)) {
            return BY_EXTENSION.getOrDefault(extension, OTHER);
        }
        String inside = extension(name.substring(0, name.length() - extension.length() - 1));
        return inside.isEmpty() ? BINARY : BY_EXTENSION.getOrDefault(inside, BINARY);
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1);
    }

    private static Map<String, FileFormat> byExtension() {
        var formats = new HashMap<String, FileFormat>();
        for (FileFormat format : values()) {
            List.of(format.extensions.split(" ")).forEach(extension -> formats.put(extension, format));
        }
        return formats;
    }
}
