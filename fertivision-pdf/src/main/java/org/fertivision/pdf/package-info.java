/** A report as PDF, with its font inside. */
@NullMarked
package org.fertivision.pdf;

import org.jspecify.annotations.NullMarked;
