/** What is written down: the report of one analysis, as canonical JSON, CSV, HTML and pictures. */
@NullMarked
package org.fertivision.report;

import org.jspecify.annotations.NullMarked;
