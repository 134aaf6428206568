package ai.artenic.optimizer.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.artenic.optimizer.adapters.http.problem.Problem;
import ai.artenic.optimizer.adapters.http.problem.ProblemException;
import ai.artenic.optimizer.adapters.http.request.QueryParameters;
import ai.artenic.optimizer.domain.intake.Violation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareQueryTest {
    private static final String NEEDED = "framework=pytorch&gpu_required=true&dataset_size_gb=50&model_params_m=7000";

    @ParameterizedTest
    @ValueSource(strings = {"reference_gpu_type=L4", "reference_gpu_count=2", "reference_vcpus=8"})
    void a_reference_without_hours_is_refused_by_the_name_of_a_parameter_that_was_given(String reference) {
        QueryParameters query = QueryParameters.parse(NEEDED + "&" + reference);
        Problem problem = assertThrows(ProblemException.class, () -> CompareQuery.read(query))
                .problem();
        String given = reference.substring(0, reference.indexOf('='));
        assertEquals(
                List.of("/query/" + given),
                assertInstanceOf(Problem.Invalid.class, problem).violations().stream()
                        .map(Violation::pointer)
                        .toList());
    }
}
