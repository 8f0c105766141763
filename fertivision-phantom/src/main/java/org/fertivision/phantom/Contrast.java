package org.fertivision.phantom;

/** How a microscope turns the optical path through unstained cells into brightness. */
enum Contrast {
    /** Hoffman modulation contrast and other oblique light: slopes towards the light are bright, others dark. */
    RELIEF("relief") {
        @Override
        double brightness(double alongLight, double curvature, double path) {
            return DEPTH * StrictMath.tanh(SLOPE_GAIN * alongLight);
        }
    },
    /** Bright field a little out of focus: hollows of the path are dark, humps bright, and thick cells a little darker. */
    BRIGHT_FIELD("brightField") {
        @Override
        double brightness(double alongLight, double curvature, double path) {
            return DEPTH * StrictMath.tanh(CURVATURE_GAIN * curvature + ABSORPTION * path);
        }
    };

    private static final double DEPTH = 0.75;
    private static final double SLOPE_GAIN = 4;
    private static final double CURVATURE_GAIN = -6;
    private static final double ABSORPTION = -0.03;

    private final String word;

    Contrast(String word) {
        this.word = word;
    }

    /** The word for it in settings. */
    String word() {
        return word;
    }

    static Contrast of(String word) {
        return RELIEF.word.equals(word) ? RELIEF : BRIGHT_FIELD;
    }

    /**
     * Brightness above that of the empty field, as a share of it.
     *
     * @param alongLight slope of the path in the direction of the light, micrometers a micrometer
     * @param curvature Laplacian of the path, 1 / micrometer
     * @param path the optical path itself, micrometers
     */
    abstract double brightness(double alongLight, double curvature, double path);
}
