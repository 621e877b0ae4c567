// Select image and sobel_y, right-click, Convolve Selection.
const float image[4][5] = {
    {0.0f, 0.0f, 0.0f, 0.0f, 0.0f},
    {0.0f, 0.0f, 0.0f, 0.0f, 0.0f},
    {9.0f, 9.0f, 9.0f, 9.0f, 9.0f},
    {9.0f, 9.0f, 9.0f, 9.0f, 9.0f},
};

const int sobel_y[3][3] = {
    {-1, -2, -1},
    {0, 0, 0},
    {1, 2, 1},
};
