package org.fertivision.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.fertivision.finding.RejectionCode;
import org.fertivision.image.Calibration;
import org.fertivision.image.Frame;
import org.fertivision.image.Frames;
import org.fertivision.image.Timing;
import org.fertivision.request.Limits;
import org.fertivision.request.Source;
import org.fertivision.spi.Descriptor.Channels;
import org.fertivision.spi.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackTagsTest {
    @ParameterizedTest
    @ValueSource(strings = {"micron", "um", "\\u00B5m", "microns", "\u00B5m"})
    void imageJsUnitMakesResolutionAScale(String unit) {
        byte[] file = described("ImageJ=1.54p\nunit=" + unit + "\nmin=0\n", 1, 4, 1);

        assertThat(Encoded.gray(file).frames().calibration())
                .contains(new Calibration(0.25, 0.5, Calibration.Origin.FILE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixel", "inch", "furlong", ""})
    void anyOtherUnitOfImageJIsNone(String unit) {
        assertThat(Encoded.gray(described("ImageJ=1.54p\nunit=" + unit + "\n", 1, 4, 1))
                        .frames()
                        .calibration())
                .isEmpty();
    }

    @Test
    void slicesOfImageJAreFocalPlanes() {
        byte[] file = described("ImageJ=1.54p\nimages=3\nslices=3\nunit=micron\nspacing=1.5\n", 3, 4, 1);

        assertThat(layout(file)).isEqualTo(new PageLayout(3, PageLayout.Meaning.Z));
        Frames frames = Encoded.gray(file).frames();
        frames.next();
        Frame second = frames.next().orElseThrow();
        assertThat(second.zUm()).isEqualTo(1.5);
        assertThat(second.timeS()).isZero();
        assertThat(frames.timing()).isEmpty();
    }

    @Test
    void framesOfImageJAreTimes() {
        byte[] file = described("ImageJ=1.54p\nimages=2\nframes=2\nfinterval=0.04\n", 2, 4, 1);

        assertThat(layout(file)).isEqualTo(new PageLayout(2, PageLayout.Meaning.TIME));
        Frames frames = Encoded.gray(file).frames();
        assertThat(frames.timing()).contains(new Timing(25, Timing.Origin.FILE));
        frames.next();
        assertThat(frames.next().orElseThrow().timeS()).isEqualTo(0.04);
    }

    @Test
    void stackWhosePagesAreNotAllListedIsRefused() {
        byte[] file = described("ImageJ=1.54p\nimages=9\nslices=9\n", 1, 4, 1);

        assertThat(Encoded.refusal(file).rejection().detail()).contains("9 pictures and lists 1");
    }

    @Test
    void channelsOnPagesOfTheirOwnAreRefusedWithAWayOut() {
        byte[] file = described("ImageJ=1.54p\nimages=2\nchannels=2\nhyperstack=true\n", 2, 4, 1);

        assertThat(Encoded.refusal(file).rejection().code()).isEqualTo(RejectionCode.UNSUPPORTED_MEDIA_TYPE);
        assertThat(Encoded.refusal(file).rejection().detail())
                .contains("2 channels")
                .contains("RGB");
    }

    @Test
    void omesPixelsTellScaleAndMeaning() {
        String xml = "<?xml version=\"1.0\"?><OME><Image><Pixels ID='Pixels:0' SizeX=\"2\" SizeY=\"1\" SizeZ=\"1\""
                + " SizeC=\"1\" SizeT=\"2\" PhysicalSizeX=\"250\" PhysicalSizeXUnit=\"nm\" PhysicalSizeY=\"0.5\""
                + " TimeIncrement=\"20\" TimeIncrementUnit=\"ms\"><Channel/></Pixels></Image></OME>";
        byte[] file = described(xml, 2, 1, 2);

        assertThat(layout(file)).isEqualTo(new PageLayout(2, PageLayout.Meaning.TIME));
        Frames frames = Encoded.gray(file).frames();
        assertThat(frames.calibration()).contains(new Calibration(0.25, 0.5, Calibration.Origin.FILE));
        assertThat(frames.timing()).contains(new Timing(50, Timing.Origin.FILE));
    }

    @Test
    void nonsenseInADescriptionIsNoFigure() {
        for (String text : new String[] {
            "ImageJ=\nimages=x\nspacing=1e999\n",
            "<Pixels PhysicalSizeX=\"NaN\" PhysicalSizeY=\"-1\">",
            "<Pixels",
            "Pixels=1"
        }) {
            assertThat(Encoded.gray(described(text, 1, 1, 1)).frames().calibration())
                    .isEmpty();
        }
    }

    @Test
    void pagesAreDecodedOneByOneWhereTheyAreFields() {
        byte[] file = Encoded.tiff(
                "none",
                Encoded.drawn(20, 10, BufferedImage.TYPE_BYTE_GRAY),
                new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY));
        Input input = Input.read((Source.OfBytes) Source.of(file), Limits.standard());

        Decoded second = Decoder.decodePage(input, Limits.standard(), Channels.GRAY, 1, Work.unlimited());

        assertThat(layout(file)).isEqualTo(new PageLayout(2, PageLayout.Meaning.UNTOLD));
        assertThat(second.facts().frames()).isEqualTo(1);
        assertThat(Encoded.samples(second.frames().only().gray())).containsOnly(0);
        assertThatThrownBy(() -> Decoder.decodePage(input, Limits.standard(), Channels.GRAY, 2, Work.unlimited()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pagesOfUnequalSizeAreFieldsOneByOne() {
        byte[] file = new TiffParts(ByteOrder.BIG_ENDIAN)
                .page(TiffParts.tags(2, 1, 8, 1, 1), new byte[] {1, 2})
                .page(TiffParts.tags(1, 1, 8, 1, 1), new byte[] {7})
                .end();
        Input input = Input.read((Source.OfBytes) Source.of(file), Limits.standard());

        Decoded second = Decoder.decodePage(input, Limits.standard(), Channels.GRAY, 1, Work.unlimited());

        assertThat(Encoded.samples(second.frames().only().gray())).containsExactly(7);
    }

    private static PageLayout layout(byte[] file) {
        return Decoder.layout(Input.read((Source.OfBytes) Source.of(file), Limits.standard()), Limits.standard());
    }

    private static byte[] described(String description, int pages, int resolutionX, int unit) {
        TiffParts parts = new TiffParts(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < pages; i++) {
            Map<Integer, Object> tags = TiffParts.tags(2, 1, 8, 1, 1);
            byte[] utf8 = description.getBytes(StandardCharsets.UTF_8);
            tags.put(270, new String(utf8, StandardCharsets.ISO_8859_1));
            tags.put(282, new double[] {resolutionX});
            tags.put(283, new double[] {resolutionX / 2.0});
            tags.put(296, new long[] {unit});
            parts.page(tags, new byte[] {1, 2});
        }
        return parts.end();
    }
}
