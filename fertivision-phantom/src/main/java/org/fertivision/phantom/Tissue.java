package org.fertivision.phantom;

/** What an ultrasound beam meets: how strongly each place sends echoes back, and how much it takes from the beam. */
interface Tissue {
    /** Strength of the echoes against ordinary tissue, dB. */
    double backscatterDb(double xMm, double yMm);

    /** The loss against that of ordinary tissue: 1 in tissue, 0 in fluid, more in what casts a shadow. */
    double loss(double xMm, double yMm);
}
