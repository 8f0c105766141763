package org.fertivision.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.fertivision.finding.Notice;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.scale.Graticule;

/**
 * A ruling and the size of a pixel that follows from it, as a document and as a picture to check it by.
 *
 * @param graticule what was read
 * @param frame the picture it was read from
 */
public record GraticuleReport(Graticule graticule, Frame frame) {
    private static final MathContext NINE = new MathContext(9, RoundingMode.HALF_EVEN);
    private static final Color LINE = new Color(0xE6, 0x00, 0x8C);
    private static final Color TENTH_LINE = new Color(0x00, 0xA0, 0xE6);
    private static final int TEN = 10;

    /** Canonical JSON (RFC 8785), numbers with 9 significant digits. */
    public byte[] json() {
        Calibration calibration = graticule.calibration();
        return CanonicalJson.bytes(new Json.Members()
                .put("spacingUm", rounded(graticule.spacingUm()))
                .put("umPerPixelX", rounded(calibration.umPerPixelX()))
                .put("umPerPixelY", rounded(calibration.umPerPixelY()))
                .put("rulings", Document.each(graticule.rulings(), GraticuleReport::ruling))
                .put("notices", Document.each(graticule.notices(), GraticuleReport::notice)));
    }

    /** The picture with every line that was used drawn upon it, each tenth in another color, as PNG. */
    public byte[] png() {
        BufferedImage picture = FramePicture.of(frame).whole(Overlay.LONGEST_SIDE);
        double scale = picture.getWidth() / (double) frame.width();
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setStroke(new BasicStroke((float) Math.max(1, picture.getWidth() / 1500.0)));
            for (Graticule.Ruling ruling : graticule.rulings()) {
                for (Graticule.Mark mark : ruling.marks()) {
                    graphics.setColor(mark.line() % TEN == 0 ? TENTH_LINE : LINE);
                    graphics.draw(new Line2D.Double(
                            mark.x0() * scale, mark.y0() * scale, mark.x1() * scale, mark.y1() * scale));
                }
            }
        } finally {
            graphics.dispose();
        }
        return PictureFile.png(picture);
    }

    private static Json ruling(Graticule.Ruling ruling) {
        return new Json.Members()
                .put("umPerPixel", rounded(ruling.umPerPixel()))
                .put(
                        "ci95",
                        Json.row(
                                rounded(ruling.ci95().lo()),
                                rounded(ruling.ci95().hi())))
                .put("lines", ruling.lines())
                .put("spacingPx", rounded(ruling.spacingPx()))
                .put("angleDeg", rounded(ruling.angleDeg()))
                .put("residualPx", rounded(ruling.residualPx()))
                .put("distortion", rounded(ruling.distortion()))
                .put("polarity", ruling.bright() ? "bright" : "dark");
    }

    private static Json notice(Notice notice) {
        return new Json.Members().put("code", notice.code()).put("detail", notice.detail());
    }

    private static double rounded(double value) {
        return value == 0 ? 0 : new BigDecimal(value).round(NINE).doubleValue();
    }
}
