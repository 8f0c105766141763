/** DICOM images: their header, their pixels, and the scale that ultrasound scanners write. */
@NullMarked
package org.fertivision.dicom;

import org.jspecify.annotations.NullMarked;
