package org.fertivision.finding.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fertivision.finding.Measure;
import org.fertivision.finding.Unit;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    @Test
    void everyCodeHasOneMeaningInItsUnitCompanionsIncluded() {
        assertThat(Stream.concat(
                                Measures.all().stream().flatMap(m -> Stream.of(m, m.deviation(), m.median())),
                                SpermMeasures.all().stream().map(Measure::margin))
                        .map(m -> m.code() + " " + m.unit().ucum()))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyConstantIsListed() throws IllegalAccessException {
        assertThat(SpermMeasures.all()).containsExactlyElementsOf(constants(SpermMeasures.class));
        assertThat(FieldMeasures.all()).containsExactlyElementsOf(constants(FieldMeasures.class));
        assertThat(MotilityMeasures.all()).containsExactlyElementsOf(constants(MotilityMeasures.class));
        assertThat(FollicleMeasures.all()).containsExactlyInAnyOrderElementsOf(constants(FollicleMeasures.class));
        assertThat(EmbryoMeasures.all()).containsExactlyInAnyOrderElementsOf(constants(EmbryoMeasures.class));
        assertThat(EndometriumMeasures.all()).containsExactlyElementsOf(constants(EndometriumMeasures.class));
        assertThat(HysteroscopyMeasures.all()).containsExactlyElementsOf(constants(HysteroscopyMeasures.class));
        assertThat(Measures.all())
                .containsAll(EmbryoMeasures.all())
                .containsAll(EndometriumMeasures.all())
                .containsAll(HysteroscopyMeasures.all())
                .containsAll(FollicleMeasures.all())
                .containsAll(SpermMeasures.all())
                .containsAll(MotilityMeasures.all())
                .containsAll(FieldMeasures.all());
    }

    @Test
    void aMeasureIsFoundByItsCode() {
        assertThat(Measures.of("live")).contains(SpermMeasures.LIVE);
        assertThat(Measures.of("headAreaMedian")).contains(SpermMeasures.HEAD_AREA.median());
        assertThat(Measures.of("headAreaSd")).contains(SpermMeasures.HEAD_AREA.deviation());
        assertThat(Measures.of("headLengthMargin")).contains(SpermMeasures.HEAD_LENGTH.margin());
        assertThat(Measures.of("headAreaMargin")).isEmpty();
        assertThat(Measures.of("strictMarginMargin")).isEmpty();
        assertThat(Measures.of("headAreaSdSd")).isEmpty();
        assertThat(Measures.of("LIVE")).isEmpty();
    }

    @Test
    void aWordThatIsMeasuredInTwoUnitsIsFoundByBoth() {
        assertThat(Measures.of("area", Unit.SQUARE_MICROMETER)).contains(FieldMeasures.AREA);
        assertThat(Measures.of("area", Unit.SQUARE_MILLIMETER)).contains(FollicleMeasures.AREA);
        assertThat(Measures.of("area", Unit.SECOND)).isEmpty();
        assertThat(Measures.of("headAreaSd", Unit.SQUARE_MICROMETER)).contains(SpermMeasures.HEAD_AREA.deviation());
    }

    private static List<Measure> constants(Class<?> holder) throws IllegalAccessException {
        List<Measure> constants = new ArrayList<>();
        for (Field field : holder.getDeclaredFields()) {
            if (field.getType() == Measure.class && Modifier.isPublic(field.getModifiers())) {
                constants.add((Measure) field.get(null));
            }
        }
        return constants;
    }
}
