/** The endometrium: its thickness between a person's points in ultrasound, its color and vessels in hysteroscopy. */
@NullMarked
package org.fertivision.endometrium;

import org.jspecify.annotations.NullMarked;
