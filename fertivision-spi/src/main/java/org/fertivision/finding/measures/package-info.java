/** The measures of the field, one class of constants for each domain; every code has one meaning and one unit. */
@NullMarked
package org.fertivision.finding.measures;

import org.jspecify.annotations.NullMarked;
