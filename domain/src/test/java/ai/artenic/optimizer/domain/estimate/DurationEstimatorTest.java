package ai.artenic.optimizer.domain.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.artenic.optimizer.domain.fixture.Gpus;
import ai.artenic.optimizer.domain.fixture.Workloads;
import ai.artenic.optimizer.domain.offer.Accelerators;
import ai.artenic.optimizer.domain.offer.Gpu;
import ai.artenic.optimizer.domain.offer.Machine;
import ai.artenic.optimizer.domain.workload.TrainingSetup;
import ai.artenic.optimizer.domain.workload.UserEstimate;
import ai.artenic.optimizer.domain.workload.Workload;
import ai.artenic.optimizer.domain.workload.WorkloadFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DurationEstimatorTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static Machine gpus(Gpu gpu, double count) {
        return new Machine(
                OptionalDouble.of(16 * Math.max(1, count)),
                OptionalDouble.of(128),
                Optional.of(new Accelerators(gpu, count, gpu.memoryGb().orElse(16))));
    }

    private static DurationEstimator estimator(Workload workload) {
        return new DurationEstimator(ModelProfiler.profile(workload), Gpus.CATALOG);
    }

    private static double hours(Workload workload, Machine machine) {
        return estimator(workload).estimate(machine, 1).expected();
    }

    @Test
    void a_t4_and_an_h100_never_get_the_same_hours() {
        double t4 = hours(Workloads.lora7b(), gpus(Gpus.T4, 1));
        double a100 = hours(Workloads.lora7b(), gpus(Gpus.A100, 1));
        double h100 = hours(Workloads.lora7b(), gpus(Gpus.H100, 1));
        assertTrue(t4 > 8 * a100 && a100 > 1.3 * h100, t4 + " " + a100 + " " + h100);
    }

    @Test
    void published_training_runs_are_predicted_within_a_factor_of_two() {
        // TinyLlama: 1.1 B parameters, 3 T tokens, 16 A100-40GB for 90 days.
        assertWithinTwice(16 * 90 * 24, 16 * languageModelHours(1100, 3000, Gpus.A100_40, 2));
        // Llama 2 7B: 2 T tokens, 184,320 hours of A100-80GB.
        assertWithinTwice(184_320, 8 * languageModelHours(6740, 2000, Gpus.A100, 1));
        // ResNet-50, 90 epochs of ImageNet on one A100 in mixed precision: about 2,500 images a second, 12.8 hours.
        double resnet = hours(Workloads.resnet(), gpus(Gpus.A100, 1));
        assertWithinTwice(12.8, resnet);
    }

    private static double languageModelHours(double paramsM, double tokensB, Gpu gpu, int nodes) {
        Workload workload = Workloads.with(Map.of(
                "method",
                "full",
                "model_params_m",
                paramsM,
                "tokens_b",
                tokensB,
                "batch_size",
                1024,
                "distributed",
                true));
        return estimator(workload).estimate(gpus(gpu, 8), nodes).expected();
    }

    private static void assertWithinTwice(double measured, double predicted) {
        assertTrue(predicted > measured / 2 && predicted < measured * 2, predicted + " for " + measured);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_faster_gpu_is_never_slower_and_more_gpus_or_nodes_never_are(long seed) {
        Workload workload = Workloads.of(Workloads.seededFields(seed));
        DurationEstimator estimator = estimator(workload);
        double a100 = estimator.estimate(gpus(Gpus.A100, 1), 1).expected();
        assertTrue(estimator.estimate(gpus(Gpus.H100, 1), 1).expected() <= a100 * (1 + 1e-12));
        assertTrue(estimator.estimate(gpus(Gpus.A100, 4), 1).expected() <= a100 * (1 + 1e-12));
        assertTrue(estimator.estimate(gpus(Gpus.A100, 1), 4).expected() <= a100 * (1 + 1e-12));
        assertTrue(estimator.estimate(gpus(Gpus.A100, 0.5), 1).expected() >= a100 * (1 - 1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void better_in_one_number_and_equal_in_all_others_is_never_slower(long seed) {
        DurationEstimator estimator = estimator(Workloads.of(Workloads.seededFields(seed)));
        for (Gpu gpu : Gpus.ALL) {
            double before = estimator.estimate(gpus(gpu, 1), 1).expected();
            for (int fact = 0; fact < 7; fact++) {
                double after =
                        estimator.estimate(gpus(improved(gpu, fact), 1), 1).expected();
                assertTrue(after <= before * (1 + 1e-12), gpu.type() + " fact " + fact + ": " + after + " > " + before);
            }
        }
    }

    /// The GPU with one of its rates doubled.
    private static Gpu improved(Gpu gpu, int fact) {
        return new Gpu(
                gpu.type(),
                gpu.id(),
                gpu.memoryGb(),
                twiceIf(fact == 0, gpu.bandwidthGbs()),
                twiceIf(fact == 1, gpu.fp32Tflops()),
                twiceIf(fact == 2, gpu.tf32Tflops()),
                twiceIf(fact == 3, gpu.fp16Tflops()),
                twiceIf(fact == 4, gpu.bf16Tflops()),
                twiceIf(fact == 5, gpu.fp8Tflops()),
                twiceIf(fact == 6, gpu.interconnectGbs()));
    }

    private static OptionalDouble twiceIf(boolean improved, OptionalDouble rate) {
        return improved && rate.isPresent() ? OptionalDouble.of(2 * rate.getAsDouble()) : rate;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_work_never_takes_less(long seed) {
        Map<String, Object> fields = Workloads.seededFields(seed);
        fields.remove("estimated_hours");
        fields.remove("reference");
        fields.putAll(Map.of("num_epochs", 2, "dataset_size_gb", 10, "num_layers", 24, "hidden_size", 1024));
        fields.putAll(Map.of("architecture", "transformer", "sequence_length", 512, "tokens_b", 3));
        fields.put("model_params_m", 400);
        fields.put("framework", "pytorch");
        for (String grown : new String[] {"num_epochs", "dataset_size_gb", "tokens_b", "model_params_m"}) {
            var more = new HashMap<String, Object>(fields);
            more.put(grown, 2 * (int) Objects.requireNonNull(more.get(grown)));
            for (Machine machine :
                    new Machine[] {gpus(Gpus.T4, 1), gpus(Gpus.H100, 8), ReferenceMachine.cpuMachine(4)}) {
                double before = hours(Workloads.of(fields), machine);
                assertTrue(hours(Workloads.of(more), machine) >= before * (1 - 1e-12), grown);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_interval_is_ordered_positive_and_finite(long seed) {
        Workload workload = Workloads.of(Workloads.seededFields(seed));
        for (Machine machine : new Machine[] {gpus(Gpus.T4, 1), gpus(Gpus.H100, 8), ReferenceMachine.cpuMachine(4)}) {
            DurationEstimate hours = estimator(workload).estimate(machine, 1);
            assertTrue(0 < hours.low() && hours.low() <= hours.expected() && hours.expected() <= hours.high());
            assertTrue(hours.high() < Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void gpus_beyond_the_batch_do_not_help() {
        Workload small = Workloads.with(Map.of("batch_size", 2));
        assertEquals(hours(small, gpus(Gpus.A100, 2)), hours(small, gpus(Gpus.A100, 8)), 1e-9);
    }

    @Test
    void eight_gpus_are_about_seven_times_as_fast_as_one() {
        double ratio = hours(Workloads.lora7b(), gpus(Gpus.A100, 1)) / hours(Workloads.lora7b(), gpus(Gpus.A100, 8));
        assertEquals(7.0, ratio, 0.2);
    }

    @Test
    void a_users_own_figure_is_scaled_by_relative_speed() {
        Map<String, Object> onT4 = Map.of("estimated_hours", 10, "reference", Map.of("gpu_type", "T4"));
        Workload workload = Workloads.with(onT4);
        assertEquals(10, hours(workload, ReferenceMachine.gpuMachine(1, Gpus.T4, 16)), 1e-9);
        double modelled = hours(Workloads.lora7b(), gpus(Gpus.T4, 1)) / hours(Workloads.lora7b(), gpus(Gpus.H100, 1));
        assertEquals(10 / modelled, hours(workload, gpus(Gpus.H100, 1)), 1e-6);
    }

    @Test
    void without_a_reference_the_figure_holds_for_one_a100_or_eight_vcpus() {
        Workload gpuJob = Workloads.with(Map.of("estimated_hours", 10));
        assertEquals(10, hours(gpuJob, gpus(Gpus.A100, 1)), 1e-9);
        Workload cpuJob = Workloads.of(Map.of(
                "dataset_size_gb",
                5,
                "model_params_m",
                0,
                "framework",
                "sklearn",
                "gpu_required",
                false,
                "estimated_hours",
                4));
        assertEquals(4, hours(cpuJob, ReferenceMachine.cpuMachine(8)), 1e-9);
        assertTrue(ModelProfiler.profile(gpuJob).assumptions().toString().contains("one A100-80GB"));
        assertTrue(ModelProfiler.profile(cpuJob).assumptions().toString().contains("8 vCPU"));
    }

    @Test
    void a_figure_on_gpus_that_nobody_knows_holds_for_as_many_of_their_relatives_and_is_said_to() {
        DurationEstimator onStrangers = estimator(onEight("A100-96GB"));
        DurationEstimator onKnown = estimator(onEight("A100-80GB"));
        DurationEstimate unknown = onStrangers.estimate(gpus(Gpus.A100, 8), 1);
        DurationEstimate known = onKnown.estimate(gpus(Gpus.A100, 8), 1);
        assertTrue(unknown.low() < known.low() && known.high() < unknown.high() + 1e-9, unknown + " " + known);
        assertTrue(unknown.expected() > 7 && unknown.expected() < 13, unknown.toString());
        String said = String.valueOf(onStrangers.assumption());
        assertTrue(said.contains("A100-96GB is not known") && said.contains("A100-40GB, A100-80GB"), said);
        String ofNoFamily = String.valueOf(estimator(onEight("X9000")).assumption());
        assertTrue(ofNoFamily.contains("relatives, A100-40GB, A100-80GB, H100"), ofNoFamily);
        assertEquals(Optional.empty(), onKnown.assumption());
        assertEquals(Optional.empty(), estimator(Workloads.lora7b()).assumption());
    }

    private static Workload onEight(String gpuType) {
        return Workloads.with(Map.of("estimated_hours", 10, "reference", Map.of("gpu_type", gpuType, "gpu_count", 8)));
    }

    @Test
    void a_users_figure_gives_a_narrower_interval_than_none() {
        DurationEstimate own = estimator(
                        Workloads.with(Map.of("estimated_hours", 10, "reference", Map.of("gpu_type", "A100-80GB"))))
                .estimate(gpus(Gpus.A100, 1), 1);
        DurationEstimate modelled = estimator(Workloads.lora7b()).estimate(gpus(Gpus.A100, 1), 1);
        assertTrue(own.high() / own.low() < modelled.high() / modelled.low());
    }

    @Test
    void an_unknown_gpu_is_estimated_between_its_nearest_relatives() {
        Gpu stranger = Gpu.unknown("A100-96GB", OptionalDouble.of(96));
        DurationEstimate unknown = estimator(Workloads.lora7b()).estimate(gpus(stranger, 1), 1);
        DurationEstimate fast = estimator(Workloads.lora7b()).estimate(gpus(Gpus.A100, 1), 1);
        DurationEstimate slow = estimator(Workloads.lora7b()).estimate(gpus(Gpus.A100_40, 1), 1);
        assertEquals(fast.low(), unknown.low(), 1e-9);
        assertEquals(slow.high(), unknown.high(), 1e-9);
        assertTrue(fast.expected() <= unknown.expected() && unknown.expected() <= slow.expected());
    }

    @Test
    void a_gpu_of_an_unknown_family_is_related_by_its_memory() {
        Gpu stranger = Gpu.unknown("X9000", OptionalDouble.of(16));
        assertEquals(
                List.of("A100-40GB", "A100-80GB", "L4", "T4", "V100"),
                GpuRelatives.of(stranger, Gpus.CATALOG).stream().map(Gpu::type).toList());
        DurationEstimate unknown = estimator(Workloads.lora7b()).estimate(gpus(stranger, 1), 1);
        DurationEstimate known = estimator(Workloads.lora7b()).estimate(gpus(Gpus.T4, 1), 1);
        assertTrue(unknown.high() / unknown.low() > 2 * known.high() / known.low());
    }

    @Test
    void small_steps_take_as_long_as_their_kernels_take_to_launch() {
        // Four samples of 16 tokens through 32 layers: 32 x 4.4 ms per micro-step, whatever the GPU.
        Map<String, Object> tiny = Map.of(
                "sequence_length", 16, "num_layers", 32, "hidden_size", 4096, "tokens_b", 0.001, "batch_size", 4);
        double hours = 1e6 / 16 / 4 * 32 * 0.0044 / 3600;
        assertEquals(hours, hours(Workloads.with(tiny), gpus(Gpus.H100, 1)), 1e-9);
        assertEquals(hours, hours(Workloads.with(tiny), gpus(Gpus.A100, 1)), 1e-9);
    }

    @Test
    void a_small_batch_of_short_samples_is_not_taken_to_be_split() {
        // BERT-base on sentences of 128 tokens: 32 of them are one step of 12 layers, which an H100 does sooner than a
        // T4.
        var bert = new HashMap<String, Object>(Map.of(
                "model_params_m",
                110,
                "method",
                "full",
                "precision",
                "fp16",
                "sequence_length",
                128,
                "num_layers",
                12));
        bert.put("tokens_b", 0.15);
        double launching = 0.15e9 / 128 / 32 * 12 * 0.0044 / 3600;
        assertEquals(launching, hours(Workloads.with(bert), gpus(Gpus.H100, 1)), 1e-9);
        assertTrue(hours(Workloads.with(bert), gpus(Gpus.T4, 1)) > 2 * launching);
    }

    @Test
    void unpacking_four_bit_weights_takes_its_time_for_every_micro_step() {
        Map<String, Object> short_ = Map.of("sequence_length", 256, "activation_checkpointing", true);
        var qlora = new HashMap<String, Object>(short_);
        qlora.put("method", "qlora");
        double steps = 50 * 3 * 0.25e9 / 256 / 16;
        assertEquals(
                hours(Workloads.with(short_), gpus(Gpus.A100, 1)) + steps * 0.037 * 7 / 3600,
                hours(Workloads.with(qlora), gpus(Gpus.A100, 1)),
                1e-6);
    }

    @Test
    void a_mixture_of_experts_computes_with_its_active_parameters() {
        Map<String, Object> dense = Map.of("method", "full", "num_layers", 32, "hidden_size", 4096);
        var sparse = new HashMap<String, Object>(dense);
        sparse.put("active_params_m", 1300);
        double ratio =
                hours(Workloads.with(dense), gpus(Gpus.A100, 8)) / hours(Workloads.with(sparse), gpus(Gpus.A100, 8));
        assertTrue(ratio > 3 && ratio < 7, String.valueOf(ratio));
    }

    @Test
    void known_multiply_accumulates_and_activations_replace_the_guess_from_the_parameters() {
        Workload known = Workloads.of(resnetFields(Map.of("forward_gmacs", 4.11, "forward_activations_m", 11.11)));
        Workload twice = Workloads.of(resnetFields(Map.of("forward_gmacs", 8.22, "forward_activations_m", 22.22)));
        double one = hours(known, gpus(Gpus.V100, 1));
        assertEquals(2 * one, hours(twice, gpus(Gpus.V100, 1)), 1e-9);
        // 90 epochs of ImageNet on one V100 in mixed precision took 29 hours.
        assertWithinTwice(29, one);
    }

    private static Map<String, Object> resnetFields(Map<String, Object> more) {
        var fields = new HashMap<String, Object>(WorkloadFields.of(Workloads.resnet()));
        fields.putAll(more);
        fields.put("num_workers", 64);
        return fields;
    }

    @Test
    void old_generations_fall_short_of_their_peak() {
        Gpu k80 = new Gpu(
                "K80",
                OptionalInt.of(9),
                OptionalDouble.of(12),
                OptionalDouble.of(240),
                OptionalDouble.of(4.37),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(0));
        Workload resnet = Workloads.of(resnetFields(Map.of("precision", "fp32")));
        double ratio = hours(resnet, gpus(k80, 1)) / hours(resnet, gpus(Gpus.V100, 1));
        assertTrue(ratio > 6 && ratio < 9, String.valueOf(ratio));
    }

    @Test
    void nodes_without_a_fast_link_lose_more_by_scaling_out() {
        Workload large = Workloads.with(Map.of("batch_size", 4096));
        double linked = hours(large, gpus(Gpus.H100, 8))
                / estimator(large).estimate(gpus(Gpus.H100, 8), 8).expected();
        double unlinked = hours(large, gpus(Gpus.L4, 8))
                / estimator(large).estimate(gpus(Gpus.L4, 8), 8).expected();
        assertEquals(8 / 1.12, linked, 1e-9);
        assertEquals(8 / 1.36, unlinked, 1e-9);
    }

    @Test
    void dask_keeps_a_node_for_its_scheduler_and_no_node_works_without_a_partition() {
        Workload job = Workloads.of(Map.of(
                "dataset_size_gb",
                0.25,
                "model_params_m",
                0,
                "framework",
                "dask",
                "gpu_required",
                false,
                "distributed",
                true));
        Machine node = ReferenceMachine.cpuMachine(4);
        double two = estimator(job).estimate(node, 2).expected();
        double three = estimator(job).estimate(node, 3).expected();
        assertEquals(two, estimator(job).estimate(node, 1).expected(), 1e-12);
        assertEquals(two * 1.05 / 2, three, 1e-12);
        assertEquals(three, estimator(job).estimate(node, 9).expected(), 1e-12);
    }

    @Test
    void an_unstated_size_is_assumed_and_said() {
        Workload job = Workloads.of(Map.of(
                "dataset_size_gb",
                0,
                "model_params_m",
                0,
                "framework",
                "spark",
                "gpu_required",
                false,
                "distributed",
                true));
        assertTrue(
                ModelProfiler.profile(job).assumptions().toString().contains("dataset_size_gb of 0 taken as unknown"));
        DurationEstimate hours = estimator(job).estimate(ReferenceMachine.cpuMachine(16), 4);
        assertTrue(hours.expected() > 0.01 && hours.high() / hours.low() > 9);
    }

    @Test
    void more_cores_and_enough_memory_speed_up_a_table_job() {
        Machine eight = ReferenceMachine.cpuMachine(8);
        Machine thirtyTwo = ReferenceMachine.cpuMachine(32);
        Machine starved = new Machine(OptionalDouble.of(32), OptionalDouble.of(11), Optional.empty());
        assertTrue(hours(Workloads.trees(), thirtyTwo) < hours(Workloads.trees(), eight));
        assertTrue(hours(Workloads.trees(), starved) > hours(Workloads.trees(), thirtyTwo));
    }

    @Test
    void memory_that_is_not_stated_is_no_endless_memory() {
        Workload large = Workloads.of(
                Map.of("dataset_size_gb", 3000, "model_params_m", 0, "framework", "xgboost", "gpu_required", false));
        Machine unstated = new Machine(OptionalDouble.of(8), OptionalDouble.empty(), Optional.empty());
        assertEquals(hours(large, ReferenceMachine.cpuMachine(8)), hours(large, unstated), 1e-9);
        Machine bare = new Machine(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
        assertEquals(hours(large, ReferenceMachine.cpuMachine(4)), hours(large, bare), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_less_of_the_data_fits_the_longer_it_takes_but_never_longer_than_from_disk(long seed) {
        var random = new SplittableRandom(seed);
        Workload petabyte = Workloads.of(
                Map.of("dataset_size_gb", 1e6, "model_params_m", 0, "framework", "spark", "gpu_required", false));
        double fitting = hours(petabyte, withMemory(1e7));
        double most = Math.pow(10, 7 * random.nextDouble() - 1);
        double less = most * random.nextDouble();
        assertTrue(hours(petabyte, withMemory(less)) >= hours(petabyte, withMemory(most)));
        assertTrue(hours(petabyte, withMemory(less)) <= 100 * fitting * (1 + 1e-12));
        assertTrue(hours(petabyte, withMemory(1)) > 2 * hours(petabyte, withMemory(1e4)));
    }

    private static Machine withMemory(double gigabytes) {
        return new Machine(OptionalDouble.of(8), OptionalDouble.of(gigabytes), Optional.empty());
    }

    @Test
    void matrix_units_little_faster_than_the_scalar_ones_slow_nothing() {
        var fields = new HashMap<String, Object>(WorkloadFields.of(Workloads.resnet()));
        fields.putAll(Map.of("precision", "tf32", "num_workers", 1000));
        Workload resnet = Workloads.of(fields);
        double without = hours(resnet, gpus(withTf32(OptionalDouble.empty()), 1));
        for (double tf32 : new double[] {15, 20, 25, 40}) {
            assertTrue(hours(resnet, gpus(withTf32(OptionalDouble.of(tf32)), 1)) <= without, tf32 + " TFLOPS");
        }
        assertTrue(hours(resnet, gpus(withTf32(OptionalDouble.of(156)), 1)) < without);
    }

    private static Gpu withTf32(OptionalDouble tf32) {
        return new Gpu(
                Gpus.A100.type(),
                Gpus.A100.id(),
                Gpus.A100.memoryGb(),
                Gpus.A100.bandwidthGbs(),
                Gpus.A100.fp32Tflops(),
                tf32,
                Gpus.A100.fp16Tflops(),
                Gpus.A100.bf16Tflops(),
                Gpus.A100.fp8Tflops(),
                Gpus.A100.interconnectGbs());
    }

    @Test
    void images_are_bound_by_decoding_where_cores_are_few() {
        Machine fewCores = new Machine(
                OptionalDouble.of(2), OptionalDouble.of(64), Optional.of(new Accelerators(Gpus.H100, 8, 80)));
        assertTrue(hours(Workloads.resnet(), fewCores) > 2 * hours(Workloads.resnet(), gpus(Gpus.H100, 8)));
    }

    @Test
    void what_makes_no_sense_is_refused_by_the_types() {
        ModelProfile profile = ModelProfiler.profile(Workloads.lora7b());
        OptionalDouble some = OptionalDouble.of(8);
        assertRefused(() -> new Accelerators(Gpus.T4, 0, 16));
        assertRefused(() -> new Accelerators(Gpus.T4, Double.NaN, 16));
        assertRefused(() -> new Machine(OptionalDouble.of(Double.NaN), some, Optional.empty()));
        assertRefused(() -> new Machine(some, OptionalDouble.of(-1), Optional.empty()));
        assertRefused(() -> estimator(Workloads.lora7b()).estimate(gpus(Gpus.T4, 1), 0));
        assertRefused(() -> GpuMemoryEstimator.estimate(profile, 0));
        assertRefused(() -> new UserEstimate(Double.NaN, new UserEstimate.Reference.Unstated()));
        TrainingSetup setup = TrainingSetup.UNSTATED;
        assertRefused(() -> new TrainingSetup(
                setup.method(),
                setup.optimizer(),
                setup.activationCheckpointing(),
                setup.zeroStage(),
                setup.gradientAccumulation(),
                setup.mixedPrecision(),
                setup.flashAttention(),
                OptionalDouble.of(0)));
        assertRefused(() -> new TrainingSetup(
                setup.method(),
                setup.optimizer(),
                setup.activationCheckpointing(),
                OptionalInt.of(4),
                setup.gradientAccumulation(),
                setup.mixedPrecision(),
                setup.flashAttention(),
                setup.tokensB()));
        assertRefused(() -> sized(Double.NaN, 1));
        assertRefused(() -> sized(1, -1));
        assertRefused(() -> sized(Double.POSITIVE_INFINITY, 1));
    }

    private static Workload sized(double gigabytes, double paramsM) {
        Workload like = Workloads.lora7b();
        return new Workload(
                gigabytes,
                paramsM,
                1,
                1,
                like.framework(),
                true,
                like.precision(),
                1,
                false,
                like.userEstimate(),
                like.shape(),
                like.setup(),
                like.resumption(),
                like.datasetRegion());
    }

    private static void assertRefused(org.junit.jupiter.api.function.Executable making) {
        assertThrows(IllegalArgumentException.class, making);
    }

    @Test
    void precision_is_worth_what_the_hardware_makes_of_it() {
        assertEquals(312, GpuRate.of(Gpus.A100, precision("bf16")).tflops());
        assertEquals(19.5, GpuRate.of(Gpus.A100, precision("fp32")).tflops());
        assertEquals(156, GpuRate.of(Gpus.A100, precision("tf32")).tflops());
        assertEquals(15.7, GpuRate.of(Gpus.V100, precision("bf16")).tflops());
        assertEquals(0.7, GpuRate.of(Gpus.V100, precision("bf16")).support());
        assertEquals(1979, GpuRate.of(Gpus.H100, precision("fp8")).tflops());
        assertEquals(312, GpuRate.of(Gpus.A100, precision("fp8")).tflops());
        assertNotEquals(1, GpuRate.of(Gpus.A100, precision("fp8")).support());
        assertEquals(
                0.5,
                GpuRate.of(Gpu.unknown("X", OptionalDouble.empty()), precision("fp16"))
                        .support());
    }

    private static ai.artenic.optimizer.domain.workload.Precision precision(String name) {
        return Workloads.with(Map.of("precision", name)).precision();
    }

    @Test
    void recurrent_and_dense_networks_get_estimates_too() {
        for (String architecture : new String[] {"rnn", "mlp", "other", "tree"}) {
            Workload workload = Workloads.with(Map.of("architecture", architecture));
            assertTrue(hours(workload, gpus(Gpus.A100, 1)) > 0);
            assertTrue(GpuMemoryEstimator.estimate(ModelProfiler.profile(workload), 1)
                            .expected()
                    > 0);
        }
    }
}
