package ai.artenic.optimizer.ml.lightgbm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The `key=value` lines of one section of a model's text.
final class Fields {
    private final String section;
    private final Map<String, String> values = new HashMap<>();

    /// @param section as it is named to whoever must mend the text
    Fields(String section, List<String> lines) {
        this.section = section;
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals >= 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
    }

    String text(String key) throws NoModelException {
        String value = values.get(key);
        if (value == null) {
            throw refusal("has no " + key);
        }
        return value;
    }

    /// The words of a list, which is empty if there is nothing behind the `=`.
    List<String> words(String key) throws NoModelException {
        String value = text(key);
        return value.isEmpty() ? List.of() : List.of(value.split(" "));
    }

    int integer(String key) throws NoModelException {
        return integers(key, 1)[0];
    }

    int[] integers(String key, int count) throws NoModelException {
        List<String> words = words(key, count);
        int[] numbers = new int[count];
        try {
            for (int i = 0; i < count; i++) {
                numbers[i] = Integer.parseInt(words.get(i));
            }
        } catch (NumberFormatException _) {
            throw refusal("has a " + key + " of " + values.get(key));
        }
        return numbers;
    }

    /// Finite numbers.
    double[] numbers(String key, int count) throws NoModelException {
        double[] numbers = extendedNumbers(key, count);
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw refusal("has a " + key + " of " + values.get(key));
        }
        return numbers;
    }

    /// Numbers or infinities: the threshold `inf` parts NaN from all numbers.
    double[] extendedNumbers(String key, int count) throws NoModelException {
        List<String> words = words(key, count);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number(key, words.get(i));
        }
        return numbers;
    }

    private double number(String key, String word) throws NoModelException {
        try {
            double number = switch (word) {
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(word);
            };
            if (!Double.isNaN(number)) {
                return number;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw refusal("has a " + key + " of " + word);
    }

    /// What a text of this section is told to whoever gave it.
    NoModelException refusal(String fault) {
        return new NoModelException(section + " of the model " + fault);
    }

    private List<String> words(String key, int count) throws NoModelException {
        List<String> words = words(key);
        if (words.size() != count) {
            throw refusal("has " + words.size() + " values of " + key + " where " + count + " belong");
        }
        return words;
    }
}
