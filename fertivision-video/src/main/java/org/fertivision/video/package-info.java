/** H.264 videos in MP4 and QuickTime files: the container, the order and pace of frames, the pictures. */
@NullMarked
package org.fertivision.video;

import org.jspecify.annotations.NullMarked;
