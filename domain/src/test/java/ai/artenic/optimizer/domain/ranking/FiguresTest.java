package ai.artenic.optimizer.domain.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FiguresTest {
    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @CsvSource({
        "4739.4,4739",
        "99.96,100.0",
        "29.649,29.6",
        "1.480073,1.48",
        "0.04214,0.0421",
        "0,0.0000",
        "-2.5,-2.50",
        "-0.00001,0.0000",
        "1e300,1.0E300"
    })
    void about_three_digits_are_written(double value, String text) {
        assertEquals(text, Figures.significant(value));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_rounds_as_exact_arithmetic_does(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(7));
            int decimals = random.nextInt(5);
            BigDecimal exact = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
            double ulps = Math.abs(new BigDecimal(Figures.fixed(value, decimals))
                    .subtract(exact)
                    .doubleValue());
            assertEquals(0, ulps, 1.0001 * Math.pow(10, -decimals) * 1e-6 + 1e-9, value + " to " + decimals);
        }
    }
}
