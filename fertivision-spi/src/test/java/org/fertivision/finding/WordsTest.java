package org.fertivision.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fertivision.image.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final Measure AREA = new Measure("area", Unit.SQUARE_MICROMETER, "Area", "Pixels x area.", "test");
    private static final Label LIVE = new Label("vitality", "live");

    @Test
    void labelsNoticesAndExclusionsSaySomething() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("", "live"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("vitality", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("vitality", "live", 1.0001));
        assertThatIllegalArgumentException().isThrownBy(() -> new Label("vitality", "live", -0.0001));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notice("code", ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Notice(" ", "detail"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Exclusion(" "));
        assertThat(new Exclusion("too-small").detail()).isEmpty();
        assertThat(new Label("vitality", "live", 1.0).confidence()).isEqualTo(1.0);
    }

    @Test
    void whoAnnotatesHasANameAndMeansAnObjectCountedFromZero() {
        List<Point> corners = List.of(new Point(0, 0), new Point(1, 0), new Point(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Value(" ", AREA, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Remark("", "text"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Remark("me", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Relabel("", 0, 0, LIVE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Relabel("me", -1, 0, LIVE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Annotation.Exclude("me", 0, -1, new Exclusion("debris")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Include("me", -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Include("", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Draw("me", 0, -1, corners));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Annotation.Draw("me", 0, null, corners.subList(0, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Place(" ", 0, "calipers", corners));
        assertThatIllegalArgumentException().isThrownBy(() -> new Annotation.Place("me", -1, "calipers", corners));
        assertThat(new Annotation.Draw("me", 0, null, corners).item()).isNull();
    }

    @Test
    void aScoreAnswersByItsOwnCaseOnly() {
        Score scored = Score.scored("who6", "above");
        Score not = Score.notScored("no cells");

        assertThat(scored.<String>fold(Score.Scored::grade, Score.NotScored::reason))
                .isEqualTo("above");
        assertThat(not.<String>fold(Score.Scored::grade, Score.NotScored::reason))
                .isEqualTo("no cells");
        assertThatIllegalArgumentException().isThrownBy(() -> Score.scored("", "above"));
        assertThatIllegalArgumentException().isThrownBy(() -> Score.scored("who6", " "));
        assertThatIllegalArgumentException().isThrownBy(() -> Score.notScored(""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Score.Component("", "above", "", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Score.Component("live", "", "", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Score.ItemGrade(-1, 0, "A"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Score.ItemGrade(0, 0, " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "tr", "de", "ar"})
    void rejectionCodesAreSpelledAlikeInEveryLocale(String language) {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            assertThat(RejectionCode.UNDECODABLE_IMAGE.slug()).isEqualTo("undecodable-image");
            assertThat(Arrays.stream(RejectionCode.values()).map(RejectionCode::slug))
                    .allMatch(s -> s.matches("[a-z]+(-[a-z]+)*"))
                    .doesNotHaveDuplicates();
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void everyGroupOfRejectionsIsUsed() {
        Set<RejectionCode.Group> used = new HashSet<>();
        for (RejectionCode code : RejectionCode.values()) {
            used.add(code.group());
        }
        assertThat(used).containsExactlyInAnyOrder(RejectionCode.Group.values());
    }

    @Test
    void aRejectionSaysWhereAndHowFarOver() {
        Rejection.Limit limit = new Rejection.Limit("bytes", 10, 11);
        Rejection rejection = Rejection.of(RejectionCode.PAYLOAD_TOO_LARGE, "Too many bytes.", limit)
                .inField(2)
                .at(7);

        assertThat(rejection.passedLimit()).contains(limit);
        assertThat(rejection.inField()).contains(2);
        assertThat(rejection.offset()).contains(7L);
        assertThat(Rejection.of(RejectionCode.CANCELED, "Off.").passedLimit()).isEmpty();
        assertThat(Rejection.of(RejectionCode.CANCELED, "Off.").inField()).isEmpty();
        assertThat(Rejection.of(RejectionCode.CANCELED, "Off.").offset()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Rejection.of(RejectionCode.CANCELED, " "));
    }

    @Test
    void unitsHaveCodesOfTheirOwn() {
        assertThat(Arrays.stream(Unit.values()).map(Unit::ucum))
                .doesNotHaveDuplicates()
                .allMatch(s -> !s.isBlank());
        assertThat(Unit.MILLION_PER_MILLILITER.ucum()).isEqualTo("10*6/mL");
        assertThat(Unit.ONE.symbol()).isEmpty();
    }

    @Test
    void aMeasureHasACodeInLowerCamelCaseAndTellsItsSource() {
        assertThatIllegalArgumentException().isThrownBy(() -> measure("Area"));
        assertThatIllegalArgumentException().isThrownBy(() -> measure("area_px"));
        assertThatIllegalArgumentException().isThrownBy(() -> measure("a".repeat(65)));
        assertThat(measure("a".repeat(64)).code()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> new Measure("area", Unit.ONE, "", "d", "s"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Measure("area", Unit.ONE, "l", " ", "s"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Measure("area", Unit.ONE, "l", "d", ""));
        assertThat(AREA.deviation().code()).isEqualTo("areaSd");
        assertThat(AREA.median().code()).isEqualTo("areaMedian");
        assertThat(AREA.median().unit()).isEqualTo(AREA.unit());
        assertThat(AREA.margin().code()).isEqualTo("areaMargin");
        assertThat(AREA.margin().unit()).isEqualTo(Unit.PERCENT);
    }

    @Test
    void pathsAndSeriesKeepTheirOwnNumbers() {
        int[] frames = {0, 3};
        double[] x = {1.004, 2.006};
        Path path = new Path(frames, x, x);
        frames[0] = 2;
        x[0] = 9;

        assertThat(path.frame(0)).isZero();
        assertThat(path.x(0)).isEqualTo(1);
        assertThat(path.y(1)).isEqualTo(2.01);
        assertThat(path).isEqualTo(new Path(new int[] {0, 3}, new double[] {1, 2.01}, new double[] {1, 2.01}));
        assertThat(path).isNotEqualTo(new Path(new int[] {0, 4}, new double[] {1, 2.01}, new double[] {1, 2.01}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Path(new int[] {1, 1}, new double[2], new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Path(new int[] {-1}, new double[1], new double[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Path(new int[0], new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> new Path(new int[1], new double[1], new double[2]));

        Series series = new Series(AREA, new double[] {0, 0.5}, new double[] {7, 1 / 3.0});
        assertThat(series.size()).isEqualTo(2);
        assertThat(series.timeS(1)).isEqualTo(0.5);
        assertThat(series.value(1)).isEqualTo(0.333333333);
        assertThat(series).isEqualTo(new Series(AREA, new double[] {0, 0.5}, new double[] {7, 0.333333333}));
        assertThat(series.hashCode())
                .isEqualTo(new Series(AREA, new double[] {0, 0.5}, new double[] {7, 0.333333333}).hashCode());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series(AREA, new double[] {1, 0}, new double[] {7, 7}));
        assertThatIllegalArgumentException().isThrownBy(() -> new Series(AREA, new double[1], new double[2]));
        Series along = Series.along(AREA.median(), new double[] {-1, 0.5}, AREA, new double[] {7, 1 / 3.0});
        assertThat(series.isOverTime()).isTrue();
        assertThat(along.axis()).contains(AREA.median());
        assertThat(along.place(0)).isEqualTo(-1);
        assertThatIllegalStateException().isThrownBy(() -> along.timeS(0));
        assertThat(along)
                .isNotEqualTo(new Series(AREA, new double[] {-1, 0.5}, new double[] {7, 1 / 3.0}))
                .isNotEqualTo(Series.along(AREA, new double[] {-1, 0.5}, AREA, new double[] {7, 1 / 3.0}));
    }

    @Test
    void outlinesAreEqualWhenAllCornersAre() {
        double[] x = {0, 4, 4.004};
        double[] y = {0, 0, 3};
        Outline outline = Outline.of(x, y);
        x[1] = 9;

        assertThat(outline).isEqualTo(Outline.of(outline.corners()));
        assertThat(outline.hashCode()).isEqualTo(Outline.of(outline.corners()).hashCode());
        assertThat(outline.x(1)).isEqualTo(4);
        assertThat(outline.y(2)).isEqualTo(3);
        assertThat(outline).isNotEqualTo(Outline.of(new double[] {0, 4, 4.02}, y));
        assertThat(Outline.none().size()).isZero();
        assertThat(Outline.none().corners()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Outline.of(new double[2], new double[2]));
        assertThatIllegalArgumentException().isThrownBy(() -> Outline.of(new double[3], new double[4]));
    }

    private static Measure measure(String code) {
        return new Measure(code, Unit.ONE, "label", "definition", "source");
    }
}
