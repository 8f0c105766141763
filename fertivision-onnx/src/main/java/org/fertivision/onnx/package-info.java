/** Learned models of the user as scorers: what a model wants and answers, its pictures, its answers summed up. */
@NullMarked
package org.fertivision.onnx;

import org.jspecify.annotations.NullMarked;
