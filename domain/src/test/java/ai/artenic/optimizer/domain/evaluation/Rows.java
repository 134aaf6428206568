package ai.artenic.optimizer.domain.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;

/// Rows of measured files for tests, in the shape of those files.
final class Rows {
    private Rows() {}

    /// A peak of a language model: LoRA on 7B, one GPU.
    static MeasuredRow memory(String... changes) {
        return row("peaks.csv", """
                model=some-7b params_m=6740 method=lora precision=bf16 optimizer=adamw batch=1 seq=2048 gpus=1 \
                zero_stage=0 ckpt=1 measured_gib=18.2 source=bench hidden=4096 layers=32 ffn=11008 vocab=32000 \
                heads=32 kv_heads=32 gated_mlp=1 flash=1 metric=torch_max_allocated quality=ok""", changes);
    }

    /// A published run: 7B parameters, 2,000 billion tokens.
    static MeasuredRow run(String... changes) {
        return row("runs.csv", """
                model=some-7b params_b=6.74 active_params_b=6.74 tokens_b=2000 gpu=A100-80GB gpu_count=1024 \
                gpu_hours=184320 precision=bf16 kind=llm_pretrain images_m= fwd_gmacs= fwd_macts=""", changes);
    }

    /// One candidate of a workload.
    static MeasuredRow candidate(String... changes) {
        return row("jobs.csv", """
                workload_id=w1 workload_family=w framework=pytorch architecture=cnn dataset_size_gb=10 \
                model_params_m=25 num_epochs=1 batch_size=32 precision=fp32 gpu_required=true distributed=false \
                provider=aws instance_type=t4x1 region=r node_count=1 vcpus=8 memory_gb=30 gpu_type=T4 gpu_count=1 \
                gpu_memory_gb=16 price_per_hour=0.5 currency=USD is_spot=false duration_hours=2 cost=1 success=true""", changes);
    }

    static MeasuredRow row(String file, String columns, String... changes) {
        var map = new LinkedHashMap<String, String>();
        for (String pair : columns.split("\\s+")) {
            put(map, pair);
        }
        for (String pair : changes) {
            put(map, pair);
        }
        return new MeasuredRow(file, map);
    }

    private static void put(Map<String, String> columns, String pair) {
        int at = pair.indexOf('=');
        columns.put(pair.substring(0, at), pair.substring(at + 1));
    }

    static <T> T usable(Reading<T> reading) {
        return switch (reading) {
            case Reading.Usable<T>(T point) -> point;
            case Reading.Unusable<T>(String reason) -> throw new AssertionError(reason);
        };
    }

    static String reason(Reading<?> reading) {
        return switch (reading) {
            case Reading.Usable<?>(var point) -> throw new AssertionError("usable: " + point);
            case Reading.Unusable<?>(String reason) -> reason;
        };
    }
}
