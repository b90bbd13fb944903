package com.voicesurvey.telephony.local.bench.report;

/** Figures as people read them: three digits, or all before the point. */
final class Figures {
    private Figures() {}

    static String text(double figure) {
        double size = Math.abs(figure);
        if (size >= 100 || (figure == Math.rint(figure) && size >= 10)) {
            return "%,.0f".formatted(figure);
        }
        return (size >= 10 ? "%.1f" : "%.2f").formatted(figure);
    }
}
