/** What oocytes and embryos share: the borders of zona and cell, found together, and why they are refused. */
@NullMarked
package org.fertivision.embryo;

import org.jspecify.annotations.NullMarked;
