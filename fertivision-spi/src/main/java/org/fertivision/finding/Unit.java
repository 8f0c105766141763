package org.fertivision.finding;

/** The units in which readings are given, with their UCUM codes. */
public enum Unit {
    /** A pure number. */
    ONE("1", ""),
    /** Percent. */
    PERCENT("%", "%"),
    /** Pixels, where nobody said how large one is. */
    PIXEL("{px}", "px"),
    /** Square pixels. */
    SQUARE_PIXEL("{px2}", "px²"),
    /** Gray levels of the image as stored. */
    GRAY("{gray}", "gray levels"),
    /** Micrometers. */
    MICROMETER("um", "µm"),
    /** Square micrometers. */
    SQUARE_MICROMETER("um2", "µm²"),
    /** Micrometers per second. */
    MICROMETER_PER_SECOND("um/s", "µm/s"),
    /** Square micrometers per second. */
    SQUARE_MICROMETER_PER_SECOND("um2/s", "µm²/s"),
    /** Square micrometers per hour. */
    SQUARE_MICROMETER_PER_HOUR("um2/h", "µm²/h"),
    /** Millimeters. */
    MILLIMETER("mm", "mm"),
    /** Square millimeters. */
    SQUARE_MILLIMETER("mm2", "mm²"),
    /** Milliliters. */
    MILLILITER("mL", "mL"),
    /** Nanoliters. */
    NANOLITER("nL", "nL"),
    /** Millions. */
    MILLION("10*6", "million"),
    /** Millions per milliliter. */
    MILLION_PER_MILLILITER("10*6/mL", "million/mL"),
    /** Seconds. */
    SECOND("s", "s"),
    /** Minutes. */
    MINUTE("min", "min"),
    /** Hours. */
    HOUR("h", "h"),
    /** Events per second. */
    HERTZ("Hz", "Hz"),
    /** Degrees of angle. */
    DEGREE("deg", "°"),
    /** Degrees Celsius. */
    CELSIUS("Cel", "°C");

    private final String ucum;
    private final String symbol;

    Unit(String ucum, String symbol) {
        this.ucum = ucum;
        this.symbol = symbol;
    }

    /** The code by the Unified Code for Units of Measure, as documents carry it. */
    public String ucum() {
        return ucum;
    }

    /** The sign that people read; empty for a pure number. */
    public String symbol() {
        return symbol;
    }
}
