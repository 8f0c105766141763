package org.fertivision.phantom;

import java.util.List;
import org.fertivision.image.Calibration;

/**
 * Camera and lens: what all phantoms of stills have in common.
 *
 * @param width columns
 * @param height rows
 * @param umPerPixel size of a pixel, micrometers
 * @param optics the lens
 * @param gradient how much the light grows from the middle to the brightest border, 0.2 for +-20 %
 * @param vignette share of the light that the corners lose
 * @param noisy whether the camera has noise
 * @param snr contrast over the standard deviation of the noise
 * @param readElectrons standard deviation of the read noise, electrons
 */
record Microscope(
        int width,
        int height,
        double umPerPixel,
        Optics optics,
        double gradient,
        double vignette,
        boolean noisy,
        double snr,
        double readElectrons) {
    static List<Setting> settings(int width, int height, double umPerPixel, double aperture, double snr) {
        return List.of(
                Setting.whole("width", width, "px", 64, 8192, "columns of the image"),
                Setting.whole("height", height, "px", 64, 8192, "rows of the image"),
                Setting.number("umPerPixel", umPerPixel, "um", 0.02, 2, "size of a pixel"),
                Setting.number("wavelengthNm", 550, "nm", 300, 900, "wavelength of the light"),
                Setting.number("aperture", aperture, "1", 0.05, 1.5, "numerical aperture of the objective"),
                Setting.number("defocusUm", 0, "um", 0, 2, "further Gaussian blur, standard deviation"),
                Setting.number("gradient", 5, "%", 0, 40, "growth of the light from the middle to one border"),
                Setting.number("vignette", 5, "%", 0, 50, "light that the corners lose"),
                Setting.flag("noise", true, "whether the camera has noise"),
                Setting.number(
                        "snr", snr, "1", 1, 1000, "contrast over the noise's standard deviation on the background"),
                Setting.number("readNoise", 5, "1", 0, 20, "read noise of the camera, electrons"));
    }

    static Microscope of(Choices choices) {
        return new Microscope(
                choices.whole("width"),
                choices.whole("height"),
                choices.number("umPerPixel"),
                new Optics(choices.number("wavelengthNm"), choices.number("aperture"), choices.number("defocusUm")),
                choices.share("gradient"),
                choices.share("vignette"),
                choices.flag("noise"),
                choices.number("snr"),
                choices.number("readNoise"));
    }

    Calibration calibration() {
        return Calibration.umPerPixel(umPerPixel);
    }

    Noise noise(double contrast, double background) {
        return noisy ? Noise.ofSnr(snr, contrast, background, readElectrons) : Noise.none();
    }
}
