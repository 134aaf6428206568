package ai.artenic.optimizer.adapters.http.csv;

import ai.artenic.optimizer.domain.cost.anomaly.SpentJob;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Spending as the Cost and Usage dataset of [FOCUS 1.2](https://focus.finops.org/focus-specification/v1-2/):
/// a charge per job. There are all mandatory columns, and those of the others whose rules can be kept: the
/// price of a unit, a commitment and the currency of pricing must be told where their column is there, and
/// outcomes do not tell them.
public final class FocusCsv {
    private static final int BUFFER_CHARACTERS = 32_768;

    private record Column(String name, Function<FocusCharge, @Nullable Object> value) {
        static Column always(String name, String value) {
            return new Column(name, _ -> value);
        }

        static Column unknown(String name) {
            return new Column(name, _ -> null);
        }
    }

    private static final List<Column> BILLING = List.of(
            Column.unknown("AvailabilityZone"),
            new Column("BilledCost", FocusCharge::cost),
            Column.always("BillingAccountId", "unknown"), // must not be null
            Column.unknown("BillingAccountName"),
            Column.always("BillingCurrency", "EUR"),
            new Column("BillingPeriodEnd", FocusCharge::billingPeriodEnd),
            new Column("BillingPeriodStart", FocusCharge::billingPeriodStart),
            Column.always("ChargeCategory", "Usage"),
            Column.unknown("ChargeClass"), // null: no correction of an earlier charge
            new Column("ChargeDescription", FocusCharge::description),
            Column.always("ChargeFrequency", "Usage-Based"),
            new Column("ChargePeriodEnd", FocusCharge::end),
            new Column("ChargePeriodStart", FocusCharge::start),
            new Column("ConsumedQuantity", FocusCharge::nodeHours),
            Column.always("ConsumedUnit", "Hours"),
            new Column("ContractedCost", FocusCharge::cost),
            new Column("EffectiveCost", FocusCharge::cost),
            Column.unknown("InvoiceId"),
            new Column("InvoiceIssuerName", FocusCharge::provider),
            new Column("ListCost", FocusCharge::cost));

    /// The category is Compute, not machine learning: what is paid for is a machine by the hour, and so it
    /// stands in the provider's own data, with which it must add up.
    private static final List<Column> SERVICE = List.of(
            new Column("PricingCategory", charge -> charge.run().isSpot() ? "Dynamic" : "Standard"),
            new Column("PricingQuantity", FocusCharge::nodeHours),
            Column.always("PricingUnit", "Hours"),
            new Column("ProviderName", FocusCharge::provider),
            new Column("PublisherName", FocusCharge::provider),
            new Column("RegionId", FocusCharge::region),
            new Column("RegionName", FocusCharge::region),
            new Column("ResourceId", charge -> charge.job().jobId()),
            Column.unknown("ResourceName"),
            Column.always("ResourceType", "Training Job"),
            Column.always("ServiceCategory", "Compute"),
            Column.always("ServiceName", "Virtual Machines"),
            Column.always("ServiceSubcategory", "Virtual Machines"),
            new Column("SkuId", charge -> charge.run().instanceType()),
            Column.always("SkuMeter", "Instance Usage"),
            new Column("SkuPriceDetails", FocusCharge::priceDetails),
            new Column("SkuPriceId", FocusCharge::priceId),
            Column.unknown("SubAccountId"),
            Column.unknown("SubAccountName"),
            Column.unknown("Tags"));

    private static final List<Column> OURS = List.of(
            new Column("x_FailureKind", FocusCharge::failureKind),
            new Column("x_InstanceType", charge -> charge.run().instanceType()),
            new Column("x_JobHours", charge -> charge.run().hours()),
            new Column("x_JobId", charge -> charge.job().jobId()),
            new Column("x_NodeCount", FocusCharge::nodeCount),
            new Column(
                    "x_Preempted",
                    charge -> charge.job().interruptions().preempted().orElse(null)),
            new Column("x_QueryId", charge -> charge.job().group().value()),
            new Column("x_Succeeded", charge -> charge.job().succeeded()));

    private static final List<Column> COLUMNS = all();

    private FocusCsv() {}

    private static List<Column> all() {
        var all = new ArrayList<>(BILLING);
        all.addAll(SERVICE);
        all.addAll(OURS);
        return List.copyOf(all);
    }

    /// Writes the jobs, holding one page of them in memory.
    ///
    /// @throws IOException if it cannot be written
    /// @throws java.io.UncheckedIOException if it cannot be written
    public static void write(Iterator<List<SpentJob>> pages, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARACTERS);
        var table = new CsvTable(text, COLUMNS.stream().map(Column::name).toList());
        while (pages.hasNext()) {
            for (SpentJob job : pages.next()) {
                table.add(cells(new FocusCharge(job)));
            }
        }
        text.flush();
    }

    private static @Nullable Object[] cells(FocusCharge charge) {
        var cells = new @Nullable Object[COLUMNS.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = COLUMNS.get(i).value().apply(charge);
        }
        return cells;
    }
}
