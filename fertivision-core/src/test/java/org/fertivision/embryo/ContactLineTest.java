package org.fertivision.embryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContactLineTest {
    private static final RoundCell LEFT = new RoundCell(-30, 0, 50);
    private static final RoundCell RIGHT = new RoundCell(30, 0, 50);

    @Test
    void twoEvenCellsMeetInTheMiddle() {
        ContactLine line = ContactLine.of(List.of(LEFT, RIGHT), 0, 1).orElseThrow();

        assertThat(line.xAt(10)).isCloseTo(0, within(1e-9));
        assertThat(line.length()).isCloseTo(80, within(1e-9));
    }

    @Test
    void aThirdCellCutsTheirLine() {
        RoundCell third = new RoundCell(0, 50, 50);

        ContactLine line = ContactLine.of(List.of(LEFT, RIGHT, third), 0, 1).orElseThrow();

        assertThat(Math.max(line.yAt(line.from()), line.yAt(line.to()))).isCloseTo(16, within(1e-9));
    }

    @Test
    void cellsApartOrUnderAThirdDoNotMeet() {
        assertThat(ContactLine.of(List.of(LEFT, new RoundCell(90, 0, 50)), 0, 1))
                .isEmpty();
        assertThat(ContactLine.of(List.of(LEFT, RIGHT, new RoundCell(0, 0, 90)), 0, 1))
                .isEmpty();
        assertThat(ContactLine.of(List.of(LEFT, new RoundCell(-25, 0, 20)), 0, 1))
                .isEmpty();
    }
}
