package org.fertivision.sperm.motility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.fertivision.finding.Summary;
import org.fertivision.finding.measures.MotilityMeasures;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Plane;
import org.fertivision.image.Timing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same scene with and without a trouble; the seed was not used while developing. */
class TroubledFilmTest {
    private static final long SEED = 284_900;
    private static final float QUALITY = 0.75f;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "driftX=4 driftY=-3",
                "ramp=1",
                "polarity=dark background=170",
                "snr=5",
                "debris=20",
                "jpeg",
            })
    void theTroubleMovesNoShareByMoreThanThreePoints(String trouble) {
        boolean isJpeg = trouble.equals("jpeg");
        Summary plain = Analyzed.summary(film("snr=15"));
        Frames frames = film(isJpeg ? "snr=15" : "snr=15 " + trouble);

        Summary troubled = Analyzed.summary(isJpeg ? new Squeezed(frames) : frames);

        double motile = value(troubled, plain, true);
        double progressive = value(troubled, plain, false);
        System.out.printf(Locale.ROOT, "%s: motile %+.1f, progressive %+.1f points%n", trouble, motile, progressive);
        assertThat(motile).isCloseTo(0, within(3.0));
        assertThat(progressive).isCloseTo(0, within(3.0));
    }

    private static double value(Summary troubled, Summary plain, boolean motile) {
        var measure = motile ? MotilityMeasures.MOTILE : MotilityMeasures.PROGRESSIVE;
        return troubled.reading(measure).figure().orElseThrow()
                - plain.reading(measure).figure().orElseThrow();
    }

    private static Frames film(String settings) {
        return Analyzed.film(SEED, "cells=60 " + settings).draw().frames();
    }

    /** Frames as they come out of JPEG of a camera's quality. */
    private record Squeezed(Frames frames) implements Frames {
        @Override
        public int width() {
            return frames.width();
        }

        @Override
        public int height() {
            return frames.height();
        }

        @Override
        public int count() {
            return frames.count();
        }

        @Override
        public Optional<Frame> next() {
            return frames.next()
                    .map(frame ->
                            new Frame(List.of(squeezed(frame.gray())), frame.index(), frame.timeS(), frame.zUm()));
        }

        @Override
        public Optional<Calibration> calibration() {
            return frames.calibration();
        }

        @Override
        public Optional<Timing> timing() {
            return frames.timing();
        }

        private static Plane squeezed(Plane plane) {
            int width = plane.width();
            int height = plane.height();
            byte[] levels = new byte[width * height];
            for (int y = 0; y < height; y++) {
                plane.rowBytes(y, levels, y * width);
            }
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setDataElements(0, 0, width, height, levels);
            ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
                ImageWriteParam how = writer.getDefaultWriteParam();
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), how);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                writer.dispose();
            }
            try {
                BufferedImage back = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
                return Plane.takeBytes(
                        width, height, (byte[]) back.getRaster().getDataElements(0, 0, width, height, null));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
