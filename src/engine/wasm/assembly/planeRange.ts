import { ahead, lanes } from './parts/vector';

/** The largest absolute value of rows of numbers; NaN where one of them is NaN. */
export function largest32(address: usize, rowPitch: i32, rows: i32, columns: i32): f64 {
  return largest<f32>(address, rowPitch, rows, columns);
}

/** `largest32` in double precision. */
export function largest64(address: usize, rowPitch: i32, rows: i32, columns: i32): f64 {
  return largest<f64>(address, rowPitch, rows, columns);
}

/** 1 where all of them are whole numbers, else 0. */
export function areWhole32(address: usize, rowPitch: i32, rows: i32, columns: i32): i32 {
  return areWhole<f32>(address, rowPitch, rows, columns);
}

/** `areWhole32` in double precision. */
export function areWhole64(address: usize, rowPitch: i32, rows: i32, columns: i32): i32 {
  return areWhole<f64>(address, rowPitch, rows, columns);
}

function largest<T>(address: usize, rowPitch: i32, rows: i32, columns: i32): f64 {
  let most = v128.splat<T>(<T>0);
  for (let row = 0; row < rows; row++) {
    let column = 0;
    for (; column + lanes<T>() <= columns; column += lanes<T>()) {
      most = v128.max<T>(most, v128.abs<T>(v128.load(ahead<T>(address, column))));
    }
    for (; column < columns; column++) {
      most = v128.max<T>(most, v128.abs<T>(v128.load_splat<T>(ahead<T>(address, column))));
    }
    address = ahead<T>(address, rowPitch);
  }
  let result: f64 = max<f64>(<f64>v128.extract_lane<T>(most, 0), <f64>v128.extract_lane<T>(most, 1));
  if (sizeof<T>() === 4) {
    result = max<f64>(result, <f64>v128.extract_lane<f32>(most, 2));
    result = max<f64>(result, <f64>v128.extract_lane<f32>(most, 3));
  }
  return result;
}

function areWhole<T>(address: usize, rowPitch: i32, rows: i32, columns: i32): i32 {
  for (let row = 0; row < rows; row++) {
    let same = v128.splat<i32>(-1);
    let column = 0;
    for (; column + lanes<T>() <= columns; column += lanes<T>()) {
      const values = v128.load(ahead<T>(address, column));
      same = v128.and(same, v128.eq<T>(values, v128.nearest<T>(values)));
    }
    for (; column < columns; column++) {
      const values = v128.load_splat<T>(ahead<T>(address, column));
      same = v128.and(same, v128.eq<T>(values, v128.nearest<T>(values)));
    }
    if (!v128.all_true<i32>(same)) return 0;
    address = ahead<T>(address, rowPitch);
  }
  return 1;
}
