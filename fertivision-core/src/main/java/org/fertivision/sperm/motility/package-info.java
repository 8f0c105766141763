/** Sperm motility: heads in every frame, tracks from frame to frame, kinematics of the tracks, grades. */
@NullMarked
package org.fertivision.sperm.motility;

import org.jspecify.annotations.NullMarked;
