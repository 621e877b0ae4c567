% Rows are divided by semicolons, or by line ends. Select both, right-click, Convolve Selection.
image = [1 2 3 0 1
         0 1 2 3 1
         1 0 1 2 0
         2 1 0 1 2
         1 2 1 0 1];

kernel = [1 0 -1; 1 0 -1; 1 0 -1];

% conv2 turns the kernel by 180 degrees first; "flip" in the panel does the same.
result = conv2(image, kernel, 'valid');
