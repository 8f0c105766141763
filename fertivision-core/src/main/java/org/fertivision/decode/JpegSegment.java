package org.fertivision.decode;

/**
 * One of the parts that a JPEG picture is made of: tables, its frame, the header of a scan.
 *
 * @param marker the second byte of its marker
 * @param from where its body begins, behind its length
 * @param to where its body ends
 */
record JpegSegment(int marker, int from, int to) {}
