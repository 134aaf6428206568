package ai.artenic.optimizer.adapters.http.csv;

import ai.artenic.optimizer.adapters.http.json.SavingsJson;
import ai.artenic.optimizer.adapters.http.json.SavingsJson.OpportunityJson;

/// The opportunities of a savings report as a table, the greatest first.
public final class SavingsCsv {
    private SavingsCsv() {}

    public static String of(SavingsJson savings) {
        var table = new CsvTable(
                ("group,workload_class,actual_provider,actual_instance_type,actual_is_spot,alternative_provider,"
                                + "alternative_instance_type,alternative_is_spot,jobs,job_ids,actual_eur,"
                                + "alternative_eur_low,alternative_eur_expected,alternative_eur_high,saving_eur_low,"
                                + "saving_eur_expected,saving_eur_high,reason")
                        .split(","));
        savings.opportunities().forEach(one -> row(table, one));
        return table.toString();
    }

    private static void row(CsvTable table, OpportunityJson one) {
        table.add(
                one.group(),
                one.workloadClass(),
                one.actual().provider(),
                one.actual().instanceType(),
                one.actual().isSpot(),
                one.alternative().provider(),
                one.alternative().instanceType(),
                one.alternative().isSpot(),
                one.jobs(),
                one.jobIds(),
                one.actualEur(),
                one.alternativeEur().low(),
                one.alternativeEur().expected(),
                one.alternativeEur().high(),
                one.savingEur().low(),
                one.savingEur().expected(),
                one.savingEur().high(),
                one.reason());
    }
}
