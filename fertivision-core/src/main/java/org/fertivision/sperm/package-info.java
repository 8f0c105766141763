/** What all kinds of semen analysis share: the WHO reference distributions and the sentences they allow. */
@NullMarked
package org.fertivision.sperm;

import org.jspecify.annotations.NullMarked;
