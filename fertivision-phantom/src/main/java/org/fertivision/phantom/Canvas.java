package org.fertivision.phantom;

/**
 * One channel of a scene without its background: gray levels added by bright things and taken away by dark ones. A
 * margin as wide as the lens blurs surrounds the image, so that what lies just outside shines in as it should.
 */
final class Canvas {
    private final int width;
    private final int height;
    private final int margin;
    private final int stride;
    private final float[] kernel;
    private final float[] levels;

    Canvas(int width, int height, float[] kernel) {
        this.width = width;
        this.height = height;
        this.kernel = kernel.clone();
        this.margin = kernel.length - 1;
        this.stride = width + 2 * margin;
        this.levels = new float[stride * (height + 2 * margin)];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Adds light of the given contrast, gray levels, over what is covered; light from several things adds up. */
    void add(Coverage covered, double contrast) {
        int firstColumn = Math.max(covered.left(), -margin);
        int lastColumn = Math.min(covered.right(), width + margin);
        int firstRow = Math.max(covered.top(), -margin);
        int lastRow = Math.min(covered.bottom(), height + margin);
        for (int y = firstRow; y < lastRow; y++) {
            int row = (y + margin) * stride + margin;
            for (int x = firstColumn; x < lastColumn; x++) {
                levels[row + x] += (float) (contrast * covered.at(x, y));
            }
        }
    }

    /** The levels as the lens shows them, row by row, without the margin. */
    float[] blurred() {
        int rows = height + 2 * margin;
        float[] sideways = new float[width * rows];
        for (int y = 0; y < rows; y++) {
            gather(levels, y * stride + margin, 1, sideways, y * width);
        }
        float[] both = new float[width * height];
        for (int y = 0; y < height; y++) {
            gather(sideways, (y + margin) * width, width, both, y * width);
        }
        return both;
    }

    /** One row of sums: kernel times the neighbors that lie {@code pitch} apart. */
    private void gather(float[] from, int start, int pitch, float[] to, int target) {
        float center = kernel[0];
        for (int x = 0; x < width; x++) {
            to[target + x] = center * from[start + x];
        }
        for (int i = 1; i < kernel.length; i++) {
            float weight = kernel[i];
            int before = start - i * pitch;
            int after = start + i * pitch;
            for (int x = 0; x < width; x++) {
                to[target + x] += weight * (from[before + x] + from[after + x]);
            }
        }
    }
}
