package org.fertivision.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class MedianTest {
    @Property
    void isTheMiddleOfTheSortedValues(@ForAll @Size(min = 1, max = 300) byte[] levels) {
        float[] values = new float[levels.length + 3];
        Arrays.fill(values, -1000);
        for (int i = 0; i < levels.length; i++) {
            values[i] = levels[i];
        }
        Arrays.sort(levels);
        int n = levels.length;
        double expected = ((double) levels[(n - 1) / 2] + levels[n / 2]) / 2;

        assertThat(Median.of(values, n)).isEqualTo(expected);
    }
}
