package ai.artenic.optimizer.bootstrap.cli;

import ai.artenic.optimizer.application.usecase.BacktestAnswer;
import ai.artenic.optimizer.domain.intake.Terms;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/// Draws the learning curves of a backtest.
final class CurvePlot {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;

    private CurvePlot() {}

    /// Writes an SVG, the same for the same answer.
    ///
    /// @throws IOException if the file cannot be written
    static void write(Path file, BacktestAnswer answer) throws IOException {
        var curves = new XYSeriesCollection();
        answer.rankers().forEach((ranker, replayed) -> {
            var series = new XYSeries(Terms.wire(ranker));
            List<Double> curve = replayed.figures().curve();
            for (int outcomes = 0; outcomes < curve.size(); outcomes++) {
                series.add(outcomes, curve.get(outcomes));
            }
            curves.addSeries(series);
        });
        JFreeChart chart = ChartFactory.createXYLineChart(
                "Cost regret of the pick", "outcomes of the same workload", "mean cost regret", curves);
        inEveryLocaleAlike(chart.getXYPlot().getDomainAxis());
        inEveryLocaleAlike(chart.getXYPlot().getRangeAxis());
        var canvas = new SVGGraphics2D(WIDTH, HEIGHT);
        canvas.setDefsKeyPrefix("curve-");
        chart.draw(canvas, new Rectangle(WIDTH, HEIGHT));
        Files.writeString(file, canvas.getSVGDocument());
    }

    private static void inEveryLocaleAlike(ValueAxis axis) {
        axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    }
}
