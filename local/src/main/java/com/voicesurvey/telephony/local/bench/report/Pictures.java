package com.voicesurvey.telephony.local.bench.report;

import org.HdrHistogram.Histogram;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Draws a report: medians as bars, a picture a unit, and latencies by percentile. */
final class Pictures {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 560;

    private Pictures() {}

    /** The files, the given one among them. */
    static List<Path> draw(BenchReport report, Path folder, Path beside) {
        List<Path> files = new ArrayList<>(List.of(beside));
        System.setProperty("java.awt.headless", "true");
        try {
            Set<String> units = new LinkedHashSet<>();
            report.series().forEach(series -> units.add(series.unit()));
            for (String unit : units) {
                String name = report.name() + "-" + unit.replaceAll("\\W", "per-");
                files.add(save(bars(report, unit), folder.resolve(name + ".png")));
            }
            if (!report.distributions().isEmpty()) {
                String name = report.name() + "-latency.png";
                files.add(save(percentiles(report), folder.resolve(name)));
            }
        } catch (RuntimeException | LinkageError e) {
            // a machine without fonts draws nothing, and that is no fault of what was measured
            LoggerFactory.getLogger(Pictures.class).warn("No picture", e);
        }
        return files;
    }

    private static CategoryChart bars(BenchReport report, String unit) {
        List<Series> chosen =
                report.series().stream().filter(series -> series.unit().equals(unit)).toList();
        CategoryChart chart =
                new CategoryChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title("bench " + report.name() + ": median of the rounds")
                        .yAxisTitle(unit)
                        .build();
        chart.getStyler().setLegendVisible(false);
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setXAxisLabelRotation(20);
        chart.getStyler().setLocale(Locale.ENGLISH);
        chart.addSeries(
                unit,
                chosen.stream().map(Series::name).toList(),
                chosen.stream().map(Series::median).toList());
        return chart;
    }

    /** Each step to the right is a tenth of what is left: 90, 99, 99.9 percent. */
    private static XYChart percentiles(BenchReport report) {
        XYChart chart =
                new XYChartBuilder()
                        .width(WIDTH)
                        .height(HEIGHT)
                        .title("bench " + report.name() + ": latency by percentile")
                        .xAxisTitle("nines: 1 is 90 %, 2 is 99 %, 3 is 99.9 %")
                        .yAxisTitle("ms")
                        .build();
        chart.getStyler().setYAxisLogarithmic(true);
        chart.getStyler().setXAxisDecimalPattern("0.0");
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
        chart.getStyler().setLocale(Locale.ENGLISH);
        for (Distribution distribution : report.distributions()) {
            if (distribution.micros().getTotalCount() > 0) {
                addLine(chart, distribution.name(), distribution.micros());
            }
        }
        return chart;
    }

    private static void addLine(XYChart chart, String name, Histogram micros) {
        List<Double> nines = new ArrayList<>();
        List<Double> millis = new ArrayList<>();
        double most = Math.min(4, Math.log10((double) micros.getTotalCount()));
        for (double nine = 0; nine <= most; nine += 0.05) {
            nines.add(nine);
            double percentile = 100 - 100 / Math.pow(10, nine);
            millis.add(Math.max(0.001, micros.getValueAtPercentile(percentile) / 1_000.0));
        }
        chart.addSeries(name, nines, millis).setMarker(SeriesMarkers.NONE);
    }

    private static Path save(Chart<?, ?> chart, Path file) {
        try {
            BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
