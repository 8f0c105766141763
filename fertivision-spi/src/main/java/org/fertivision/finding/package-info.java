/**
 * What may be said of an image: readings with units and intervals, items, fields, findings, scores, notices and
 * rejections. Immutable records that check themselves; a value that was not measured is absent with a reason.
 */
@NullMarked
package org.fertivision.finding;

import org.jspecify.annotations.NullMarked;
